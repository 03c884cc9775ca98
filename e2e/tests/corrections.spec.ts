import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { isSound } from '../pages/sound.ts';
import { ask } from '../pages/surfaces.ts';

test('what was wrong is told under the story, in its feed and among all corrections, until it is withdrawn', async ({
  site,
  page,
  axe,
}) => {
  test.setTimeout(120_000);
  const { path, articleId } = await site.write({ headline: 'A harbour is named', section: 'World' });
  const text = 'The harbour is in Busan. An earlier version said <Incheon>.';
  await signInAs(page, site, 'editor');
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Corrections' }).click();
  await page.getByRole('button', { name: 'Issue correction' }).click();
  await expect(page.getByRole('textbox', { name: 'Correction' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Correction' }).fill(text);
  await page.getByRole('button', { name: 'Issue correction' }).click();
  const issued = page.getByRole('region', { name: 'Issued corrections' });
  await expect(issued.getByText(text)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Correction' })).toHaveValue('');
  await isSound(page, axe, 'the desk');

  await page.goto(path);
  const below = page.getByRole('region', { name: 'Corrections' });
  await expect(below.getByText(text)).toBeVisible();
  await page.locator('.article-credits').getByRole('link').click();
  await expect(below).toBeInViewport();
  await isSound(page, axe, 'the story');
  const [told] = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(JSON.parse(told ?? '').correction).toEqual([
    { '@type': 'CorrectionComment', text, datePublished: expect.stringMatching(/Z$/) },
  ]);
  expect(JSON.parse((await ask(site, '/feed.json')).markup).items[0].content_html).toContain('said &lt;Incheon&gt;');

  await below.getByRole('link', { name: 'All corrections' }).click();
  await expect(page.getByText(text)).toBeVisible();
  await isSound(page, axe, 'all corrections');

  await page.goto(`/desk/articles/${articleId}/corrections`);
  await issued.getByRole('button', { name: /^Withdraw/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(issued.getByText('No correction of this story was issued.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText(text)).toHaveCount(0);
  expect((await ask(site, '/corrections')).markup).not.toContain('Incheon');
});

test('a correction can be issued without a script, and not of a story that nobody sees', async ({ site, browser }) => {
  const { articleId } = await site.write({ headline: 'Named without a script', section: 'World' });
  const draft = await site.write({ headline: 'Not named yet', section: 'World' }, { publish: false });
  const signedIn = await browser.newContext();
  await signInAs(await signedIn.newPage(), site, 'editor');
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await signedIn.storageState() });
  const page = await context.newPage();
  await page.goto(`${site.url}/desk/articles/${articleId}/corrections`);
  await page.getByRole('textbox', { name: 'Correction' }).fill('It was the other harbour.');
  await page.getByRole('button', { name: 'Issue correction' }).click();
  await expect(page.getByText('It was the other harbour.')).toBeVisible();
  await page.goto(`${site.url}/desk/articles/${draft.articleId}/corrections`);
  await expect(page.getByText('A correction can be issued once the story is public.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Issue correction' })).toHaveCount(0);
  await context.close();
  await signedIn.close();
});
