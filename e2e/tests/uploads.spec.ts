import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as send } from 'node:http';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { claimedPng } from '#features/media/testing/sample-pictures.ts';
import { makeUser, signIn, signInAs } from '../fixtures/desk.ts';
import { smallPicture } from '../fixtures/newsroom.ts';
import type { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';

const script = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const notAdded = 'Pictures are added as JPEG, PNG, WebP or AVIF.';
const unknown = 'This is not a JPEG, PNG, WebP or AVIF picture, whatever its name says.';

test('what lies about its type, or could harm, is refused in a sentence and leaves nothing behind', async ({
  site,
  page,
}) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/media');
  const before = await filesOf(site);
  const lies: [name: string, bytes: Buffer, said: string][] = [
    ['page.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), `The file’s type is HTML. ${notAdded}`],
    ['drawing.png', Buffer.from(script), `The file’s type is SVG. ${notAdded}`],
    ['drawing.svg', Buffer.from(`<?xml version="1.0"?>${script}`), `The file’s type is SVG. ${notAdded}`],
    ['both.jpg', Buffer.from('GIF89a=1;alert(1)//'), `The file’s type is GIF. ${notAdded}`],
    ['words.webp', Buffer.from('RIFF and so on'), unknown],
    ['nothing.png', Buffer.alloc(0), 'The file is empty.'],
    [
      'vast.png',
      claimedPng(30_000, 30_000),
      'The picture has 30,000 × 30,000 pixels. It may have 60 megapixels at most.',
    ],
  ];
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload pictures' }).click();
  await (await chooser).setFiles(lies.map(([name, buffer]) => ({ name, mimeType: 'image/png', buffer })));
  for (const [name, , said] of lies) {
    const row = page.getByRole('list', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name });
    await expect(row.getByRole('alert'), name).toHaveText(said);
  }
  expect(await filesOf(site)).toEqual(before);
});

test('whoever leaves the page sends none of the files that still wait', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/media');
  const buffer = await smallPicture();
  let sent = 0;
  await page.route('**/api/media', () => {
    sent += 1;
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload pictures' }).click();
  const names = ['one.png', 'two.png', 'three.png', 'four.png', 'five.png'];
  await (await chooser).setFiles(names.map((name) => ({ name, mimeType: 'image/png', buffer })));
  await expect.poll(() => sent).toBe(2);
  await page.getByRole('link', { name: 'Articles', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Articles', level: 1 })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('link', { name: 'Pictures', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Pictures', level: 1 })).toBeVisible();
  expect(sent).toBe(2);
});

test('a picture that is a page as well is served as a picture alone, without the page', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  const harmful = '<script>alert("polyglot")</script>';
  const picture = await sharp(await smallPicture())
    .jpeg()
    .withExif({ IFD0: { ImageDescription: harmful, Copyright: harmful } })
    .toBuffer();
  const answer = await page.request.post('/api/media', {
    data: Buffer.concat([picture, Buffer.from(harmful)]),
    headers: { origin: site.url, 'x-file-name': encodeURIComponent(`${harmful}.html`) },
  });
  const { data } = await answer.json();
  await page.goto(`/desk/media/${data.picture.id}`);
  const image = page.locator('.focal-picture img');
  await expect(image).toBeVisible({ timeout: 30_000 });
  const sources = await image.evaluate((element: HTMLImageElement) => [
    element.src,
    ...[...document.querySelectorAll('.focal-picture source')].flatMap((source) =>
      (source.getAttribute('srcset') ?? '').split(',').map((part) => part.trim().split(' ')[0] ?? ''),
    ),
  ]);
  expect(sources.length).toBeGreaterThan(1);
  for (const source of sources) {
    const file = await page.request.get(source);
    expect(file.headers()['content-type']).toMatch(/^image\/(avif|webp|jpeg)$/);
    expect(file.headers()['x-content-type-options']).toBe('nosniff');
    expect((await file.body()).includes('polyglot'), source).toBe(false);
  }
});

test('an upload that breaks off leaves nothing behind, and the next is taken', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  const [cookie] = await page.context().cookies();
  const before = await filesOf(site);
  for (let time = 0; time < 5; time += 1) {
    await breakOff(site, `${cookie?.name}=${cookie?.value}`);
    await site.until(async () => (await underWay(site)) === 0);
  }
  expect(await filesOf(site)).toEqual(before);
  expect(await addPicture(page, site)).toMatchObject({ ok: true });
});

test('who is suspended is out with the next thing that is done: page, words, upload, preview', async ({
  site,
  page,
  allowedConsole,
}) => {
  allowedConsole.push(/status of 40[13]/);
  const user = await makeUser(page, site, 'editor');
  await signIn(page, user);
  await page.goto('/desk/articles/new');
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  const headline = page.getByRole('textbox', { name: 'Headline', exact: true });
  await headline.fill('Before');
  await expect(page.getByRole('status').filter({ hasText: /^Saved / })).toBeVisible();
  expect(await addPicture(page, site)).toMatchObject({ ok: true });

  await site.broadsheet('user', 'suspend', user.email);
  await headline.fill('After');
  await expect(page.getByRole('dialog', { name: 'You are signed out' })).toBeVisible();
  expect(await addPicture(page, site)).toMatchObject({ error: { code: 'forbidden' } });
  const save = { baseVersion: 2, saveId: randomUUID(), content: { headline: 'After' } };
  const draft = `${new URL(page.url()).pathname}/draft`;
  expect((await page.request.post(draft, { data: save, headers: { origin: site.url } })).status()).toBe(401);
  expect((await page.request.get(draft)).status()).toBe(401);
  const tab = await page.context().newPage();
  await tab.goto('/desk/articles');
  await expect(tab).toHaveURL(/\/desk\/sign-in\?to=/);
  await tab.getByLabel('E-mail address').fill(user.email);
  await tab.getByLabel('Password').fill(user.password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByRole('main').getByRole('alert')).toHaveText('The e-mail address or the password is wrong.');
  await tab.close();
  // The words that could not be saved stay in the browser, whose owner is asked before leaving them.
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
});

async function addPicture(page: Page, site: Site): Promise<unknown> {
  const sent = { data: await smallPicture(), headers: { origin: site.url } };
  return (await page.request.post(`${site.url}/api/media`, sent)).json();
}

/** All files that the site keeps for pictures. */
async function filesOf(site: Site): Promise<string[]> {
  const all = await readdir(site.dataFolder, { recursive: true });
  return all.filter((file) => file.endsWith('.original')).sort();
}

/** How many uploads are on their way in. */
async function underWay(site: Site): Promise<number> {
  return (await readdir(site.dataFolder)).filter((name) => name.startsWith('broadsheet-picture-')).length;
}

/** Sends half of what is announced, and hangs up when it is being written down. */
async function breakOff(site: Site, cookie: string): Promise<void> {
  const half = Buffer.concat([await smallPicture(), Buffer.alloc(100_000)]);
  const headers = { cookie, origin: site.url, 'content-length': String(half.length * 2) };
  const upload = send(`${site.url}/api/media`, { method: 'POST', headers });
  const ended = new Promise((resolve) => upload.on('close', resolve));
  // Hanging up is what this is about.
  upload.on('error', (error: NodeJS.ErrnoException) => expect(error.code).toBe('ECONNRESET'));
  upload.write(half);
  await site.until(async () => (await underWay(site)) === 1);
  upload.destroy();
  await ended;
}
