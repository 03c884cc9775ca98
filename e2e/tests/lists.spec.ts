import type { Page } from '@playwright/test';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

const recommended = (page: Page) => page.getByRole('region', { name: 'Recommendation' });
const headlines = (page: Page) => recommended(page).getByRole('heading', { level: 3 }).allTextContents();

/** A story that has nothing in common with others: it is related to none, and may be recommended. */
const apart = (headline: string) => ({ headline, section: `About ${headline}`, body: `${headline}.` });

test('what this browser has read steps back, other browsers see no change, and it can be forgotten', async ({
  site,
  page,
  browser,
}) => {
  for (const headline of ['Harbour', 'Orchestra', 'Inflation']) await site.write(apart(headline));
  const { path } = await site.write(apart('Marathon'));
  await page.goto(path);
  const made = await headlines(page);
  expect(made.length).toBeGreaterThan(2);
  await expect(page.getByRole('button', { name: 'Forget what was read' })).toHaveCount(0);

  const told = page.waitForRequest(/\/api\/views/);
  await recommended(page)
    .getByRole('link', { name: made[0] ?? '' })
    .click();
  await told;
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'Forget what was read' })).toBeVisible();
  expect(await headlines(page)).toEqual([...made.slice(1), made[0]]);

  const other = await browser.newPage();
  await other.goto(`${site.url}${path}`);
  expect(await headlines(other)).toEqual(made);
  await other.close();

  await page.getByRole('button', { name: 'Forget what was read' }).click();
  expect(await headlines(page)).toEqual(made);
  await expect(page.getByRole('button', { name: 'Forget what was read' })).toHaveCount(0);
  await page.reload();
  expect(await headlines(page)).toEqual(made);
});

test('an editor keeps a story out of what is recommended, and lets it in again', async ({ site, page }) => {
  // The older of the two: what stands beside a story holds for minutes, and a newer one is not waited for.
  await site.write(apart('Unwanted'));
  const { path } = await site.write(apart('Glacier'));
  // Kept out of what is recommended, it may stand among the newest beside the story.
  const shown = async () => /id="recommendation".*>Unwanted</s.test((await ask(site, path)).text);
  // The worker relates what is new, when it comes to it.
  await expect.poll(shown, { timeout: 30_000 }).toBe(true);
  await signInAs(page, site, 'editor');
  await page.goto('/desk/pins');
  await page.getByRole('link', { name: 'Kept out' }).click();
  await expect(page.getByText('No story stands here')).toBeVisible();
  await page.getByRole('combobox', { name: 'Keep a story out' }).fill('Unwanted');
  await page.getByRole('option', { name: 'Unwanted' }).click();
  const remove = page.getByRole('button', { name: 'Take Unwanted off this list' });
  await expect(remove).toBeVisible();
  await expect.poll(shown).toBe(false);
  await remove.click();
  await expect(remove).toHaveCount(0);
  await expect.poll(shown).toBe(true);
});
