import type { Locator, Page } from '@playwright/test';
import { makeUser } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { pressUntil } from '../pages/press-until.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask } from '../pages/surfaces.ts';

/** Presses Tab (or Shift+Tab) until this has the focus. Every stop on the way must be seen to have it. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press(key);
    expect(await focusIsSeen(page), `stop ${stop}: ${await focused(page)}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not lead to ${target}.`);
}

/** Whether what has the focus looks other than without it, itself or the frame around it, and lies on the page. */
async function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return true;
    const { width, height } = element.getBoundingClientRect();
    // A field of words shows its own caret.
    const hasCaret = element.isContentEditable || element.matches('textarea, input:not([type=checkbox], [type=radio])');
    const ringed = [element, element.parentElement, element.nextElementSibling].some((part) => {
      if (!part) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    return width > 0 && height > 0 && (ringed || hasCaret);
  });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));

test('a story is written, published and read by keyboard alone', async ({ page, site }) => {
  test.slow();
  const user = await makeUser(page, site, 'editor');
  await site.write({ headline: 'The story before', section: 'Town' });

  await test.step('signing in', async () => {
    await page.goto('/desk/sign-in');
    await tabTo(page, page.getByLabel('E-mail address'));
    await page.keyboard.type(user.email);
    await tabTo(page, page.getByLabel('Password'));
    await page.keyboard.type(user.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/articles/);
  });

  const desk = new StoryDesk(page);
  await test.step('beginning a story by the palette', async () => {
    await pressUntil(page, ['ControlOrMeta+k'], page.getByRole('dialog'));
    await page.keyboard.type('new story');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  });

  await test.step('writing', async () => {
    await tabTo(page, desk.headline);
    await page.keyboard.type('By keyboard alone');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(desk.words).toBeFocused();
    await page.keyboard.type('No mouse was near.');
    await tabTo(page, page.getByRole('combobox', { name: 'Section' }));
    await page.keyboard.type('Town');
    await expect(page.getByRole('combobox', { name: 'Section' })).toHaveValue(/.+/);
    const tags = page.getByRole('combobox', { name: 'Tags' });
    await tabTo(page, tags);
    await page.keyboard.type('Keys');
    await expect(page.getByRole('option', { name: /Keys/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove Keys' })).toBeVisible();
    await desk.saved();
  });

  await test.step('publishing, with the focus led in and back', async () => {
    const publish = page.getByRole('button', { name: 'Publish…' });
    await tabTo(page, publish, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(publish).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Publish now' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Published' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await focused(page), 'the focus is not lost when the receipt is closed').not.toMatch(/^<body/);
    expect((await ask(site, '/town/by-keyboard-alone')).status).toBe(200);
  });

  await test.step('ending the session', async () => {
    const signOut = page.getByRole('button', { name: 'Sign out' }).filter({ visible: true });
    await tabTo(page, signOut, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/sign-in/);
  });

  await test.step('reading and voting', async () => {
    await page.goto('/town/by-keyboard-alone');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
    await page.keyboard.press('Enter');
    const vote = page.getByRole('button', { name: 'veryGood!' });
    await tabTo(page, vote);
    await page.keyboard.press('Space');
    await expect(vote).toHaveAttribute('aria-pressed', 'true');
    await expect(vote).toBeFocused();
  });
});

test('the menus of reader and desk open, close and give the focus back by keyboard', async ({ page, site }) => {
  const user = await makeUser(page, site, 'editor');
  await site.write({ headline: 'The story before', section: 'Town' });
  await page.goto('/');
  const sections = page.getByRole('button', { name: 'All sections' });
  const sheet = page.locator('[popover]').filter({ has: page.getByText('All sections') });
  await tabTo(page, sections);
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(sections).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, sheet.getByRole('link', { name: 'Town' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/town$/);

  await page.goto('/desk/sign-in');
  await page.getByLabel('E-mail address').fill(user.email);
  await page.getByLabel('Password').fill(user.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/articles/);
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Menus');
  await desk.saved();
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Kill…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kill this story?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
});
