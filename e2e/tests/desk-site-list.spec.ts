import { randomBytes } from 'node:crypto';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

const word = () => `q${randomBytes(4).toString('hex')}`;

test('the list is found in, narrowed and paged through by plain links and forms, without a script', async ({
  site,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const name = word();
  await site.write({ headline: `Draft ${name}`, section: 'World' }, { publish: false });
  await site.write({ headline: `Published ${name}`, section: 'World' });
  await signInAs(page, site, 'editor');
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL: site.url });
  const reader = await plain.newPage();
  await reader.goto('/desk/articles');
  await reader.getByLabel('Search headlines').fill(name);
  await reader.getByRole('button', { name: 'Search' }).click();
  const rows = reader.getByRole('table', { name: 'Articles' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await reader.getByRole('link', { name: 'Draft', exact: true }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(`Draft ${name}`);
  await reader.getByRole('link', { name: 'Killed' }).click();
  await expect(reader.getByText('No story fits')).toBeVisible();
  await reader.getByRole('link', { name: 'Clear' }).click();
  await expect(reader.getByRole('link', { name: `Published ${name}`, exact: true })).toBeVisible();
  await plain.close();
});

test('the palette and the shortcuts lead anywhere by keyboard alone', async ({ site, page }) => {
  const name = word();
  await site.write({ headline: `Sought ${name}`, section: 'World' });
  await signInAs(page, site, 'admin');
  await page.keyboard.press('Control+K');
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: `Sought ${name}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await page.goto('/desk/tags');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/desk\/articles/);
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search headlines')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByLabel('Single keys work as shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog', { name: 'Find or go to anything' })).toBeVisible();
  await expect(help).toBeHidden();
});

test('every page of the shell is accessible, in light and dark, and holds on a phone of 320 px', async ({
  site,
  page,
  axe,
}) => {
  test.setTimeout(240_000);
  const { articleId } = await site.write({
    headline:
      'A story with a headline that is rather long and has averyveryverylongwordthatcannotbebrokenanywhere in it',
    section: 'World',
    tags: ['Ships'],
    bylines: ['Ann Other'],
  });
  expect(articleId).not.toBe('');
  await signInAs(page, site, 'admin');
  const hrefOf = async (list: string, name: string) => {
    await page.goto(list);
    return (await page.getByRole('link', { name, exact: true }).first().getAttribute('href')) ?? '';
  };
  const addresses = [
    '/desk/articles',
    '/desk/articles?state=killed',
    '/desk/sections',
    '/desk/sections/new',
    await hrefOf('/desk/sections', 'World'),
    '/desk/tags',
    '/desk/tags/new',
    await hrefOf('/desk/tags?q=ships', 'Ships'),
    '/desk/bylines',
    '/desk/bylines/new',
    await hrefOf('/desk/bylines?q=ann+other', 'Ann Other'),
    '/desk/pins',
    '/desk/pins?place=recommendation',
    '/desk/settings',
    '/desk/audit',
  ];
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await axe(page);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
      await axe(page);
    });
  }
  await page.getByText('Menu').click();
  await axe(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('option').first()).toBeVisible();
  await axe(page);
});
