import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';

/** The editor of one story at the desk, as a person finds its parts. */
export class StoryDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get headline() {
    return this.page.getByRole('textbox', { name: 'Headline', exact: true });
  }

  get standfirst() {
    return this.page.getByRole('textbox', { name: 'Standfirst' });
  }

  get words() {
    return this.page.getByRole('textbox', { name: 'Story', exact: true });
  }

  /** Of the story; a picture among its words has a status of its own, further down. */
  get status() {
    return this.page
      .getByRole('status')
      .filter({ hasText: /^(Saved|Saving|Not saved|These words)/ })
      .first();
  }

  /** Begins a story; returns its id. */
  async begin(): Promise<string> {
    await this.page.goto('/desk/articles/new');
    await this.page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
    await expect(this.words).toBeVisible();
    return this.page.url().split('/').at(-1) as string;
  }

  async open(articleId: string): Promise<void> {
    await this.page.goto(`/desk/articles/${articleId}`);
    await expect(this.words).toBeVisible();
  }

  /** Waits until the newest words are saved. */
  async saved(): Promise<void> {
    await expect(this.status).toHaveText(/^Saved /);
  }

  async chooseSection(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Section' }).selectOption(name);
  }

  /** Chooses a tag or a person by typing, and makes it where there is none yet. */
  async addTerm(field: 'Tags' | 'Bylines', name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).fill(name);
    await this.page.getByRole('option', { name }).click();
  }

  /** Publishes at once and waits for the receipt. */
  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Publish|Update)…$/ }).click();
    await this.page.getByRole('button', { name: /^Publish (now|the changes)$/ }).click();
    await expect(this.page.getByRole('heading', { name: 'Published' })).toBeVisible();
  }

  /** Chooses something from the menu of what else can be done. */
  async more(action: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async closeDialog(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }
}
