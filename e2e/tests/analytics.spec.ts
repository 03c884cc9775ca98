import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { signInAs } from '../fixtures/desk.ts';
import type { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';
import { isSound } from '../pages/sound.ts';

/** Chromium without a window says so of itself, and is no reader. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** Reads a story as somebody does who comes from a search, until the page has said so. */
async function readFrom(browser: Browser, url: string, referer: string): Promise<void> {
  const context = await browser.newContext({ userAgent });
  const page = await context.newPage();
  const told = page.waitForRequest((request) => request.url().endsWith('/api/views') && request.method() === 'POST');
  await page.goto(url, { referer });
  const body = (await told).postData();
  expect(new URLSearchParams(body ?? '').get('from'), 'of the page before, only the host is told').toBe(
    new URL(referer).host,
  );
  await context.close();
}

async function viewedByMachine(site: Site, articleId: string): Promise<void> {
  await fetch(`${site.url}/api/views`, {
    method: 'POST',
    headers: { origin: site.url, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' },
    body: new URLSearchParams({ article: articleId }),
  });
}

test('the desk sees within seconds who came from where, people and machines side by side, and takes it away as CSV', async ({
  site,
  page,
  browser,
  axe,
}) => {
  test.setTimeout(120_000);
  const { path, articleId } = await site.write({ headline: 'Found by a search', section: 'World' });
  await readFrom(browser, `${site.url}${path}`, 'https://www.google.com/search?q=ships');
  await viewedByMachine(site, articleId);
  await viewedByMachine(site, articleId);

  await signInAs(page, site, 'editor');
  await page.getByRole('link', { name: 'Analytics' }).click();
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  const row = page.getByRole('table', { name: 'Stories' }).getByRole('row', { name: /Found by a search/ });
  for (const span of ['Last 30 minutes', '24 hours', '7 days', '30 days']) {
    await expect(async () => {
      await page.getByRole('navigation', { name: 'Span of time' }).getByRole('link', { name: span }).click();
      await expect(page.getByRole('link', { name: span })).toHaveAttribute('aria-current', 'page');
      await page.reload();
      await expect(row.getByRole('cell')).toHaveText(['1', '2', '0'], { timeout: 500 });
    }).toPass();
    const search = page.getByRole('table', { name: 'Where readers came from' }).getByRole('row', { name: /^Search/ });
    await expect(search.getByRole('cell').first()).not.toHaveText('0');
  }

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV: Stories' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('articles-month.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain(`${articleId},Found by a search,World,1,2,0\r\n`);

  await page.goto('/desk/analytics?span=week');
  await isSound(page, axe, 'a week by hours');
  await row.getByRole('link', { name: 'Found by a search' }).click();
  await expect(page.getByRole('heading', { name: 'How it is read', level: 1 })).toBeVisible();
  const first = page.getByRole('table', { name: /Views by hour/ }).getByRole('row', { name: /^0/ });
  await expect(first.getByRole('cell').first()).toHaveText('1');
  await isSound(page, axe, 'how a story is read');
});

test('an author sees how the own story is read, and neither that of others nor of the site', async ({ site, page }) => {
  const { articleId } = await site.write({ headline: "Somebody else's story", section: 'World' });
  await signInAs(page, site, 'author');
  await expect(page.getByRole('link', { name: 'Articles' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Analytics' })).toHaveCount(0);
  for (const path of [
    '/desk/analytics/steps.csv',
    `/desk/articles/${articleId}/views.csv`,
    '/desk/analytics',
    `/desk/articles/${articleId}/views`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
  expect((await page.request.get('/desk/analytics/nothing.csv')).status()).toBe(404);
});
