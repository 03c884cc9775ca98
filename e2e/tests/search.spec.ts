import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { isSound } from '../pages/sound.ts';
import { ask } from '../pages/surfaces.ts';

test.beforeAll(async ({ site }) => {
  const date = new Date(Date.now() - 300_000).toISOString();
  const story = (title: string, more: object = {}) => ({ title, section: 'World', date, body: 'Something.', ...more });
  const stories = [
    story('Lantern found', { summary: 'Nobody knows who left the lantern at the pier.', tags: ['Riddles'] }),
    story('Old lamps wanted', { section: 'Town', body: `${'Dull. '.repeat(99)}A lantern will do.` }),
    story('北朝鮮がロシアに武器を送った', { lang: 'ja' }),
    ...Array.from({ length: 22 }, (_, index) => story(`Heron number ${index + 1}`)),
  ];
  const file = join(site.dataFolder, 'stories.jsonl');
  await writeFile(file, stories.map((line) => JSON.stringify(line)).join('\n'));
  await site.script('scripts/import.ts', file);
});

const results = (page: Page) => page.getByRole('region', { name: 'Stories that were found' }).getByRole('article');

async function searchFor(page: Page, words: string) {
  await page.goto('/search');
  await page.getByLabel('Search all stories').fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

async function findNarrowAndTurn(page: Page) {
  await searchFor(page, 'lanterns');
  await expect(page.getByText('2 stories', { exact: true })).toBeVisible();
  await expect(results(page).first()).toContainText('Nobody knows who left the lantern at the pier.');
  await expect(results(page).first().locator('mark')).toHaveText(['Lantern', 'lantern']);
  await expect(results(page).last()).toContainText(/… Dull\. .*Dull\. A lantern will do\./);
  await expect(results(page).first()).toContainText(/\d minutes? ago/);

  await page.getByText('Narrow the search').click();
  await page.getByRole('combobox', { name: 'Section', exact: true }).selectOption('Town');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(results(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Take away: Section: Town' }).click();
  await expect(results(page)).toHaveCount(2);
  await page
    .getByRole('navigation', { name: 'Topics of these stories' })
    .getByRole('link', { name: 'Riddles' })
    .click();
  await expect(results(page)).toHaveCount(1);
  // What it is narrowed by stays with the next words.
  await page.getByLabel('Search all stories').fill('lamps');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('No story has these words.')).toBeVisible();

  await searchFor(page, 'herron');
  await page.getByRole('link', { name: 'Did you mean heron?' }).click();
  await expect(page.getByText('22 stories', { exact: true })).toBeVisible();
  await expect(results(page)).toHaveCount(20);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(results(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'First page' }).click();
  await expect(results(page)).toHaveCount(20);
}

test('somebody finds, narrows, corrects and turns pages', async ({ page, axe }) => {
  await findNarrowAndTurn(page);
  await isSound(page, axe, 'the results');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody finds, narrows, corrects and turns pages just so', async ({ page }) => {
    await findNarrowAndTurn(page);
    expect(await page.locator('#suggestions option').count(), 'the sections are offered').toBeGreaterThan(0);
  });
});

test('words of a script without spaces are found and marked', async ({ page }) => {
  await searchFor(page, 'ロシア');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).locator('mark')).toHaveText('ロシア');
});

test('while somebody types, names and headlines are offered, and one that is taken is searched for', async ({
  page,
}) => {
  await page.goto('/search');
  const asked = page.waitForResponse(/suggestions\.json\?q=lant$/);
  await page.getByLabel('Search all stories').pressSequentially('lant');
  expect(await (await asked).json()).toEqual(['Lantern found']);
  await expect(page.locator('#suggestions option')).toHaveCount(1);
  await page.getByLabel('Search all stories').fill('Lantern found');
  await page.keyboard.press('Enter');
  await expect(results(page)).toHaveCount(1);
});

test('results are for nobody’s index, and bring the script of the search, which no story does', async ({ site }) => {
  const { path } = await site.write({ headline: 'Scriptless', section: 'World' });
  const found = await ask(site, '/search?q=lantern');
  expect(found.markup).toMatch(/<meta name="robots" content="noindex/);
  expect(found.markup).toContain('data-island="search"');
  expect((await ask(site, path)).markup).not.toContain('data-island="search"');
  expect((await ask(site, '/search/suggestions.json?q=lant')).headers.get('x-robots-tag')).toBe('noindex');
});

test('a story is found at once when it is published, and not any more when it is killed', async ({ site }) => {
  const found = async (path: string) => (await ask(site, '/search?q=wombat')).markup.includes(`href="${path}"`);
  expect(await found('/world/wombat-seen')).toBe(false);
  const { articleId, path } = await site.write({ headline: 'Wombat seen', section: 'World' });
  await site.until(() => found(path));
  await site.broadsheet('article', 'kill', articleId, '--reason', 'a court said so');
  await site.until(async () => !(await found(path)));
});
