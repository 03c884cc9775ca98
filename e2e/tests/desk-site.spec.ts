import { createHash, randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

/** A word that no other test uses. */
const word = () => `q${randomBytes(4).toString('hex')}`;

const said = (page: Page, message: string) => expect(page.getByText(message).first()).toBeVisible();

test('an editor adds a section, moves it, gives it another address, and readers see each at once', async ({
  site,
  page,
}) => {
  const name = word();
  await signInAs(page, site, 'editor');
  await page.getByRole('link', { name: 'Sections', exact: true }).click();
  await page.getByRole('link', { name: 'New section', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Search');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByLabel('Slug')).toHaveAccessibleDescription(/address of the site itself/);
  await expect(page.getByLabel('Slug')).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Search');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add' }).click();
  await said(page, `${name} is added.`);
  expect((await ask(site, '/')).text).toContain(`href="/${name}"`);

  await site.write({ headline: `Story of ${name}`, section: name });
  await page.getByRole('button', { name: `Move ${name} up` }).focus();
  await page.getByRole('link', { name: `Edit ${name}` }).click();
  await page.getByLabel('Slug').fill(`${name}-new`);
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, `${name} is saved.`);
  const moved = await ask(site, `/${name}/story-of-${name}`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([308, `/${name}-new/story-of-${name}`]);
  expect((await ask(site, `/${name}-new/story-of-${name}`)).status).toBe(200);

  await page.getByRole('link', { name: `Edit ${name}` }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await said(page, 'There are stories in this section, or were: it cannot be deleted.');
});

test('a tag and a byline are renamed, and the story that names them says so on the next request', async ({
  site,
  page,
}) => {
  const [tag, person] = [word(), word()];
  const { path } = await site.write({ headline: 'Named', section: 'World', tags: [tag], bylines: [person] });
  expect((await ask(site, path)).text).toContain(tag);
  await signInAs(page, site, 'editor');
  for (const [list, old] of [
    ['Tags', tag],
    ['Bylines', person],
  ] as const) {
    await page.getByRole('link', { name: list, exact: true }).click();
    await expect(page.getByRole('heading', { name: list })).toBeVisible();
    await page.getByRole('searchbox').fill(old);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: old }).click();
    await page.getByLabel('Name', { exact: true }).fill(`New ${old}`);
    await page.getByLabel(list === 'Tags' ? 'Slug' : 'Handle').fill(`new-${old}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, `New ${old} is saved.`);
  }
  const { text } = await ask(site, path);
  expect(text).toContain(`New ${tag}`);
  expect(text).toContain(`New ${person}`);
  for (const [old, now] of [
    [`/tag/${tag}`, `/tag/new-${tag}`],
    [`/author/${person}`, `/author/new-${person}`],
  ] as const) {
    const answer = await ask(site, old, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, now]);
  }
});

test('stories are pinned, put in order by keyboard and unpinned; the front follows', async ({ site, page }) => {
  const [first, second] = [word(), word()];
  await site.write({ headline: `Pinned ${first}`, section: 'World' });
  await site.write({ headline: `Pinned ${second}`, section: 'World' });
  await signInAs(page, site, 'editor');
  await page.goto('/desk/pins');
  for (const wanted of [first, second]) {
    await page.getByRole('combobox', { name: 'Pin a story' }).fill(wanted);
    await page.getByRole('option', { name: `Pinned ${wanted}` }).click();
    await expect(
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: `Take Pinned ${wanted} off this list` }) }),
    ).toBeVisible();
  }
  const lead = async () => (await ask(site, '/')).text.match(/<h[23][^>]*>.*?<a[^>]*>(.*?)<\/a>/s)?.[1];
  const up = page.getByRole('button', { name: `Move Pinned ${second} up` });
  while ((await up.getAttribute('aria-disabled')) !== 'true') {
    await up.press('Enter');
    await expect(up).toBeFocused();
    await said(page, 'The order is saved.');
  }
  await expect(async () => expect(await lead()).toContain(second)).toPass();
  await page.getByRole('button', { name: `Time of Pinned ${second}` }).click();
  await page.getByLabel('Until').fill('2020-01-01T10:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Until')).toHaveAccessibleDescription(/./);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const wanted of [second, first]) {
    await page.getByRole('button', { name: `Take Pinned ${wanted} off this list` }).click();
    await expect(page.getByRole('button', { name: `Take Pinned ${wanted} off this list` })).toHaveCount(0);
  }
});

test.describe('the settings', () => {
  // The tests of one process share a site: others look for the button by its usual label.
  test.afterEach(({ site }) => site.broadsheet('settings', 'set', 'voteLabel', 'veryGood!'));

  test('an admin changes the settings, sees them before, and readers see them after', async ({ site, page }) => {
    const label = word();
    const { path } = await site.write({ headline: 'To be liked', section: 'World' });
    await signInAs(page, site, 'admin');
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    const preview = page.getByRole('region', { name: 'What readers see' });
    await page.getByLabel('Label of the vote').fill(label);
    await expect(preview).toContainText(label);
    const language = page.getByLabel('Language', { exact: true });
    await language.fill('xx-not a language');
    await expect(preview).toContainText('This is no language tag.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(language).toHaveAccessibleDescription(
      /“Language” must be a language tag such as en, pt-BR or zh-Hans\./,
    );
    await expect(language).toBeFocused();
    const notice = page.getByText('Nothing is saved yet: please mend what is marked.');
    await expect(notice).toBeVisible();
    await language.fill('en');
    await expect(language).not.toHaveAttribute('aria-invalid');
    await expect(notice).toBeHidden();
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, 'The settings are saved.');
    expect((await ask(site, path)).text).toContain(label);
    await page.getByRole('link', { name: 'Audit log', exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: 'changed settings' }).first()).toContainText(label);
  });
});

test('an admin gives the site a logo, and takes it away', async ({ site, page }) => {
  const logo = async () =>
    createHash('sha256')
      .update(Buffer.from(await (await fetch(`${site.url}/logo.png`)).arrayBuffer()))
      .digest('hex');
  const standard = await logo();
  await signInAs(page, site, 'admin');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const field = page.getByRole('group', { name: 'Logo' });
  await field.getByRole('button', { name: 'Choose a picture' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'Upload a picture' }).click();
  const buffer = await sharp({
    create: { width: 600, height: 600, channels: 3, background: `#${randomBytes(3).toString('hex')}` },
  })
    .png()
    .toBuffer();
  await (await chooser).setFiles([{ name: 'logo.png', mimeType: 'image/png', buffer }]);
  await expect(field.locator('img')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'The settings are saved.');
  expect(await logo()).not.toBe(standard);
  expect((await ask(site, '/')).text).toContain('<link rel="icon" href="/logo.png"/>');
  await field.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(logo).toBe(standard);
});

test('an admin gives machines a file: while it says nothing, or nothing of use, there is none', async ({
  site,
  page,
}) => {
  const address = '/.well-known/security.txt';
  await site.broadsheet('settings', 'set', 'securityTxt', '');
  await signInAs(page, site, 'admin');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('link', { name: 'For machines' }).click();
  const file = page.getByLabel('security.txt');
  await file.fill('Contact: mailto:security@news.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(file).toHaveAccessibleDescription(/“security\.txt” must have one line such as ‘Expires: \d{4}/);
  expect((await ask(site, address)).status).toBe(404);
  const text = 'Contact: mailto:security@news.example\nExpires: 2100-01-01T00:00:00Z';
  await file.fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'The settings are saved.');
  expect(await ask(site, address)).toMatchObject({ status: 200, text: `${text}\n` });
  const moved = await fetch(`${site.url}/security.txt`);
  expect(moved.url).toBe(site.url + address);
  await site.broadsheet('settings', 'set', 'securityTxt', '');
  await expect.poll(async () => (await ask(site, address)).status).toBe(404);
});

test('who may not change a thing is told so in a sentence, with the status 403', async ({ site, page }) => {
  const allowed = {
    contributor: [],
    author: [],
    editor: ['pins', 'sections', 'tags', 'bylines'],
  } as const;
  test.setTimeout(120_000);
  for (const role of ['contributor', 'author', 'editor'] as const) {
    await signInAs(page, site, role);
    for (const place of ['pins', 'sections', 'tags', 'bylines', 'settings', 'audit'] as const) {
      const may = (allowed[role] as readonly string[]).includes(place);
      const answer = await page.request.get(`/desk/${place}`);
      expect(answer.status(), `${role} ${place}`).toBe(may ? 200 : 403);
      await expect(page.getByRole('link', { name: new RegExp(`^${place}`, 'i') })).toHaveCount(may ? 1 : 0);
    }
    await page.context().clearCookies();
  }
});
test.describe(() => {
  test.use({ allowedConsole: [/status of 40[34]/] });

  test('a page that is not for a role, and one of a thing that is gone, say so inside the desk', async ({
    site,
    page,
    axe,
  }) => {
    await signInAs(page, site, 'author');
    await page.goto('/desk/settings');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Pages of the desk' })).toBeVisible();
    await axe(page);
    await page.context().clearCookies();
    await signInAs(page, site, 'editor');
    await page.goto('/desk/tags/0193a0f0-0000-7000-8000-000000000000');
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await axe(page);
  });
});
