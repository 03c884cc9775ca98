import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

const corpus = '../shared/corpora/news.jsonl.gz';
const scrapedPage = '../shared/example-article.txt';

test.use({ javaScriptEnabled: false });

test.describe('the real corpus', () => {
  test.describe.configure({ mode: 'serial' });
  // biome-ignore lint/suspicious/noSkippedTests: the corpus is not part of the project; where it is missing, this is said.
  test.skip(!existsSync(corpus), 'the corpus is not beside this project');

  test('is imported while the site is up, and read by links alone', async ({ site, page }) => {
    // The import and the worker share the cores with the other tests: on slow machines five minutes are too few.
    test.setTimeout(600_000);
    expect((await ask(site, '/')).status).toBe(200);
    const { stdout } = await site.script('scripts/import.ts', corpus);
    expect(stdout).toContain('2266 stories imported, 0 known already, 0 not taken.');

    await page.goto(site.url);
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('link', { name: 'Technology', exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Technology');
    await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
    await expectEveryFact(page);
    await expect(page.getByRole('main').locator('a[href^="/author/"]').first()).toBeVisible();
    await expect(page.getByRole('main').locator('a[href^="/tag/"]').first()).toBeVisible();

    const headline = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const related = page.getByRole('region', { name: 'Related' }).getByRole('link');
    // The worker relates what was imported, one story after the other.
    await site.until(async () => {
      await page.reload();
      return (await related.count()) === 10;
    }, 400);
    await related.first().click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(headline);
    await expectEveryFact(page);
  });

  test('is imported a second time without a second copy', async ({ site }) => {
    test.setTimeout(120_000);
    const { stdout } = await site.script('scripts/import.ts', corpus);
    expect(stdout).toContain('0 stories imported, 2266 known already, 0 not taken.');
  });

  test('the scraped page becomes a story with its facts as data, its lists as stubs', async ({ site, page }) => {
    const { stdout } = await site.script('scripts/import.ts', scrapedPage, '--format', 'scraped-page');
    expect(stdout).toContain('1 story imported');
    expect(stdout).toMatch(/25 headlines noted as stubs/);
    await page.goto(`${site.url}/scams`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /South Korea’s spy agency/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'South Korea’s spy agency says North Korea shipped more than a million artillery shells to Russia',
    );
    const story = page.getByRole('main');
    await expect(story).toContainText('SEOUL');
    await expect(story).toContainText('AP');
    await expect(story.getByRole('button', { name: /veryGood!/ })).toBeVisible();
    await expect(story).toContainText('63,295');
    await expect(story.getByText(/Date of publication unknown; copied 15 April 2025, 10:34 UTC/)).toBeVisible();
    await expect(story.getByText(/Published/)).toHaveCount(0);
    const data = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(data.join()).not.toMatch(/datePublished|2025-04-15/);
    expect((await ask(site, '/scams/feed.xml')).text).not.toContain('<pubDate>');
    await expect(story).not.toContainText('Ascend Finance Compass');
    expect((await ask(site, '/search?q=Travis+Hunter')).text).not.toContain('Travis Hunter, the 2</a>');
  });
});

/** All that product.md's table promises for a story's page. */
async function expectEveryFact(page: Page): Promise<void> {
  await expect(
    page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Home' }),
  ).toBeVisible();
  const path = page.getByRole('navigation', { name: 'Where you are' });
  await expect(path.getByRole('link')).not.toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  const types = data.map((text) => JSON.parse(text)['@type']);
  expect(types).toEqual(expect.arrayContaining(['NewsArticle', 'BreadcrumbList']));
  const story = page.getByRole('main');
  await expect(story.getByText(/Published/).first()).toBeVisible();
  await expect(story.locator('time[datetime]').first()).toHaveAttribute(
    'datetime',
    /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/,
  );
  await expect(story.getByText(/\bviews?\b/).first()).toBeVisible();
  await expect(story.getByText(/minutes? to read/)).toBeVisible();
  await expect(
    story.getByRole('link', { name: /Original story|digital\.gov|18f\.gsa\.gov|wikinews/ }).first(),
  ).toBeVisible();
  await expect(story.getByRole('button', { name: /veryGood!/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Ranking' }).getByRole('listitem')).toHaveCount(8);
  await expect(page.getByRole('region', { name: 'Recommendation' }).getByRole('link')).toHaveCount(8);
  for (const name of ['Related', 'Ranking', 'Recommendation']) {
    const links = await page
      .getByRole('region', { name })
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(new Set(links).size, `${name} names no story twice`).toBe(links.length);
    expect(links, `${name} does not name this story`).not.toContain(new URL(page.url()).pathname);
  }
}
