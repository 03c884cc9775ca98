import { randomBytes } from 'node:crypto';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { pressUntil } from '../pages/press-until.ts';

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
  const palette = page.getByRole('dialog', { name: 'Find or go to anything' });
  await pressUntil(page, ['Control+K'], palette);
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: `Sought ${name}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await page.goto('/desk/tags');
  await pressUntil(page, ['g', 'a'], /\/desk\/articles/);
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
  await expect(palette).toBeVisible();
  await expect(help).toBeHidden();
});

test("the phone's menu is accessible, closes on Escape and on a press beside it, and leads on", async ({
  site,
  page,
  axe,
}) => {
  await signInAs(page, site, 'admin');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/desk/articles');
  await page.getByText('Menu').click();
  await axe(page);
  const settings = page.getByRole('link', { name: 'Settings', exact: true }).filter({ visible: true });
  await settings.focus();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await page.getByText('Menu').click();
  await expect(settings).toHaveCount(1);
  await page.mouse.click(10, 630);
  await expect(settings).toHaveCount(0);
  await page.getByText('Menu').click();
  await settings.click();
  await expect(page).toHaveURL(/\/desk\/settings$/);
});

test('one very long word in a headline or a name pushes no column off the edge', async ({ site, page }) => {
  const long = (start: string, letters: number) => `${start}${word()}`.padEnd(letters, 'ahoi');
  const story = { headline: long('Q', 200), section: long('Z', 80), tags: [long('T', 80)], bylines: [long('B', 80)] };
  const { path, articleId } = await site.write(story);
  await site.broadsheet('user', 'invite', `${long('m', 60)}@herald.example`, '--role', 'author', '--link');
  await signInAs(page, site, 'admin');
  const section = path.slice(0, path.lastIndexOf('/'));
  const lists = ['articles', 'audit', 'people', 'tags', 'bylines', 'sections'].map((list) => `/desk/${list}`);
  for (const width of [320, 820, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [
      ...lists,
      `/desk/articles/${articleId}`,
      `/desk/articles/${articleId}/revisions`,
      '/',
      section,
      path,
    ]) {
      await page.goto(address);
      const reach = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.table-frame')].map(
          (box) => box.scrollWidth - box.clientWidth,
        ),
      );
      expect(Math.max(...reach), `${address} at ${width}`).toBe(0);
    }
  }
});

test('the audit log is narrowed to a kind of act and to who did it, without a script, and says who was invited', async ({
  site,
  page,
  browser,
}) => {
  const email = `${word()}@herald.example`;
  await site.broadsheet('user', 'invite', email, '--role', 'author', '--link');
  await signInAs(page, site, 'admin');
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL: site.url });
  const reader = await plain.newPage();
  await reader.goto('/desk/audit');
  await reader.getByLabel('Who').selectOption('The site itself');
  await reader.getByLabel('What').selectOption('invited somebody');
  await reader.getByRole('button', { name: 'Show' }).click();
  const rows = reader.getByRole('table', { name: 'Audit log' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(email);
  expect(await rows.filter({ hasNotText: 'invited somebody' }).count(), 'the head alone').toBe(1);
  await reader.getByLabel('What').selectOption('judged held votes');
  await reader.getByRole('button', { name: 'Show' }).click();
  await expect(reader.getByText('Nothing of that kind was done')).toBeVisible();
  await reader.getByRole('link', { name: 'Clear' }).click();
  await expect(rows.nth(1)).toBeVisible();
  await plain.close();
});

test('who has written nothing yet is told so, and not that nothing fits', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/articles');
  await expect(page.getByText('No story yet')).toBeVisible();
  await page.goto('/desk/articles?whose=mine&q=nothing');
  await expect(page.getByText('No story fits')).toBeVisible();
});
