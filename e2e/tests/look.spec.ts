import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

const accentOf = (page: Page) =>
  page
    .locator('.kicker')
    .first()
    .evaluate((kicker) => getComputedStyle(kicker).color);

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('one button opens all sections, and Escape closes them', async ({ site, page }) => {
    await site.write({ headline: 'The tide is out', section: 'Coast' });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/');
    await page.getByRole('button', { name: 'All sections' }).click();
    const sheet = page.getByRole('navigation', { name: 'All sections' });
    await expect(sheet.getByRole('link', { name: 'Coast' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await page.getByRole('button', { name: 'All sections' }).click();
    await sheet.getByRole('link', { name: 'Coast' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coast');
  });
});

test.describe('the accent', () => {
  test.afterEach(({ site }) => site.broadsheet('settings', 'set', 'accent', '#a01c22'));

  test('the accent of the settings colours the pages, light enough to be read in the dark', async ({
    site,
    page,
    axe,
  }) => {
    await site.write({ headline: 'Blue hour', section: 'Coast' });
    await site.broadsheet('settings', 'set', 'accent', '#052962');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    expect(await accentOf(page)).toBe('rgb(5, 41, 98)');
    await axe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accentOf(page)).not.toBe('rgb(5, 41, 98)');
    await axe(page);
  });
});

test('a headline of one very long word makes no page scroll sideways on a phone', async ({ site, page }) => {
  const headline = `Donaudampfschifffahrt${'gesellschaft'.repeat(6)}`;
  const { path } = await site.write({ headline, section: 'Harbour' });
  const other = await site.write({ headline: 'Beside it', section: 'Harbour' });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [path, other.path, '/', '/harbour']) {
    await page.goto(address);
    await expect(page.getByText(headline).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), address).toBe(0);
  }
});

test('the menu marks the section that a page belongs to', async ({ site, page }) => {
  const { path } = await site.write({ headline: 'Low water', section: 'Coast' });
  await site.write({ headline: 'High ground', section: 'Hills' });
  const marked = page.getByRole('navigation', { name: 'Sections', exact: true }).locator('[aria-current]');
  for (const address of ['/coast', path, '/coast/archive']) {
    await page.goto(address);
    await expect(marked).toHaveText(['Coast']);
  }
  for (const address of ['/', '/search']) {
    await page.goto(address);
    await expect(marked).toHaveCount(0);
  }
});

test('on a wide page a short story stands together, however tall the lists beside it are', async ({ site, page }) => {
  for (const headline of ['One', 'Two', 'Three', 'Four', 'Five']) await site.write({ headline, section: 'Coast' });
  const { path } = await site.write({ headline: 'A few words', section: 'Coast' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const head = await page.locator('.article-head').boundingBox();
  const body = await page.locator('.story-body').boundingBox();
  expect((body?.y ?? Number.POSITIVE_INFINITY) - ((head?.y ?? 0) + (head?.height ?? 0))).toBeLessThan(40);
});

test('the list beside the lead is not called the latest, since the newest story stands above it', async ({
  site,
  page,
}) => {
  for (let number = 1; number <= 11; number += 1) await site.write({ headline: `News ${number}`, section: 'Coast' });
  await page.goto('/');
  const list = page.getByRole('region', { name: 'More news' });
  await expect(list.getByRole('link', { name: 'News 1', exact: true })).toBeVisible();
  await expect(list.getByRole('link', { name: 'News 11', exact: true })).toHaveCount(0);
});
