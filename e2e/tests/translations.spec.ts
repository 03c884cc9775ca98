import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { htmlFaults } from '../machines/html-faults.ts';
import { isSound } from '../pages/sound.ts';
import { ask } from '../pages/surfaces.ts';

test('an editor links a story with its translation, and readers and search engines find each from the other', async ({
  site,
  page,
  axe,
}) => {
  test.setTimeout(120_000);
  const english = await site.write({ headline: 'The bridge opens', section: 'World', language: 'en' });
  const german = await site.write({ headline: 'Die Brücke ist offen', section: 'World', language: 'de' });
  const arabic = await site.write({ headline: 'افتتاح الجسر', section: 'World', language: 'ar' });
  const alternates = async (path: string) => {
    const { markup } = await ask(site, path);
    const links = markup.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/gi);
    return Object.fromEntries([...links].map(([, language, href = '']) => [language, new URL(href).pathname]));
  };
  expect(await alternates(english.path)).toEqual({});

  await signInAs(page, site, 'editor');
  await page.goto(`/desk/articles/${english.articleId}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Translations' }).click();
  const link = async (headline: string) => {
    await page.getByRole('combobox', { name: 'Link with a translation' }).fill(headline);
    await page.getByRole('option', { name: headline }).click();
    await expect(page.getByRole('listitem').filter({ hasText: headline })).toBeVisible();
  };
  await link('Die Brücke ist offen');
  await link('افتتاح الجسر');
  await isSound(page, axe, 'the desk');
  const all = { en: english.path, de: german.path, ar: arabic.path, 'x-default': english.path };
  for (const { path } of [english, german, arabic]) expect(await alternates(path)).toEqual(all);

  await page.goto(arabic.path);
  await isSound(page, axe, 'the story');
  await page.locator('.article-credits').getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(german.path);
  expect(await htmlFaults((await ask(site, german.path)).markup)).toEqual([]);

  await site.broadsheet('article', 'kill', arabic.articleId, '--reason', 'test');
  const { ar: _, ...left } = all;
  // The command line is another process: the site hears of it within a second.
  await expect.poll(() => alternates(english.path)).toEqual(left);
  await page.goto(`/desk/articles/${english.articleId}/translations`);
  await page.getByRole('button', { name: 'Take out “Die Brücke ist offen”' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Die Brücke' })).toHaveCount(0);
  expect(await alternates(german.path)).toEqual({});
});
