import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { claimedPng } from '#features/media/testing/sample-pictures.ts';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

interface Sent {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A photograph that no other test has. */
async function photograph(width = 1400, height = 900, name = `harbour-${randomBytes(4).toString('hex')}.jpg`) {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const background = `#${randomBytes(3).toString('hex')}`;
  const buffer = await sharp({ create: { width, height, channels: 3, background, noise } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer } satisfies Sent;
}

/** By the button, as a person chooses files. */
async function upload(page: Page, ...files: Sent[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload pictures' }).click();
  await (await chooser).setFiles(files);
}

const uploads = (page: Page) => page.getByRole('list', { name: 'Uploads' }).getByRole('listitem');
const library = (page: Page) => page.getByRole('list', { name: 'Pictures' });

/** Adds a photograph, and opens its page when it is ready. Returns its id. */
async function openNew(page: Page, file: Sent): Promise<string> {
  await page.goto('/desk/media');
  await upload(page, file);
  await expect(uploads(page).filter({ hasText: file.name })).toContainText('Added');
  await library(page).getByRole('link').filter({ hasText: file.name }).click();
  await expect(page.getByRole('button', { name: /^Focal point: 50% from the left/ })).toBeVisible({ timeout: 30_000 });
  return page.url().split('/').at(-1) ?? '';
}

async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (before) await page.setViewportSize(before);
}

test('pictures are uploaded several at once, and appear in the library by themselves', async ({ site, page, axe }) => {
  await signInAs(page, site, 'contributor');
  await page.goto('/desk/media');
  await axe(page);
  const [one, other] = [await photograph(), await photograph()];
  await upload(page, one, other);
  for (const { name } of [one, other]) {
    await expect(uploads(page).filter({ hasText: name })).toContainText('Added');
    const card = library(page).getByRole('link').filter({ hasText: name });
    await expect(card.locator('img')).toBeVisible({ timeout: 30_000 });
    await expect(card).toContainText('No alternative text');
  }
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page);
  await fitsPhone(page);
  await upload(page, one);
  await expect(uploads(page).first()).toContainText('Was there already');
});

test('a picture is dropped onto the library', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/media');
  const { name, mimeType, buffer } = await photograph(300, 200);
  const transfer = await page.evaluateHandle(
    ([bytes, called, type]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], called, { type }));
      return data;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
  const area = page.getByRole('region', { name: 'Add pictures' });
  await area.dispatchEvent('dragover', { dataTransfer: transfer });
  await area.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(uploads(page).filter({ hasText: name })).toContainText('Added');
});

test('an upload shows how far it is, and can be called off', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/media');
  // More than the line holds, so that not all of it can be sent while nobody takes it in.
  const file = await photograph(5000, 4000);
  const goOn = site.holdServer();
  await upload(page, file);
  const progress = page.getByRole('progressbar', { name: `How much of ${file.name} is sent` });
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
  expect(Number(await progress.getAttribute('value'))).toBeLessThan(1);
  await page.getByRole('button', { name: `Cancel the upload of ${file.name}` }).click();
  await expect(uploads(page)).toHaveCount(0);
  goOn();
  await page.goto(`/desk/media?q=${file.name}`);
  await expect(page.getByText('No picture fits')).toBeVisible();
});

test('what only claims to be a picture is refused in a sentence, each file by itself', async ({ site, page, axe }) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/media');
  const page_ = Buffer.from('<!doctype html><script>document.title = "mine"</script>');
  const fine = await photograph(300, 200);
  await upload(
    page,
    { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: page_ },
    { name: 'vast.png', mimeType: 'image/png', buffer: claimedPng(30_000, 30_000) },
    { name: 'torn.jpg', mimeType: 'image/jpeg', buffer: fine.buffer.subarray(0, 60) },
    fine,
  );
  const said = (name: string) => uploads(page).filter({ hasText: name });
  await expect(said('holiday.jpg').getByRole('alert')).toHaveText(
    'The file’s type is HTML. Pictures are added as JPEG, PNG, WebP or AVIF.',
  );
  await expect(said('vast.png').getByRole('alert')).toHaveText(
    'The picture has 30,000 × 30,000 pixels. It may have 60 megapixels at most.',
  );
  await expect(said('torn.jpg').getByRole('alert')).toHaveText('The picture’s file is damaged and cannot be read.');
  await expect(said(fine.name)).toContainText('Added');
  await axe(page);
});

test('a picture is described, and its focal point moved, by keyboard alone', async ({ site, page, axe }) => {
  await signInAs(page, site, 'editor');
  await openNew(page, await photograph());
  await expect(page.getByText('No story can be published with this picture until')).toBeVisible();
  await axe(page);
  await fitsPhone(page);
  await page.getByRole('button', { name: /^Focal point/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('button', { name: /^Focal point: 48% from the left, 60% from the top/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('slider', { name: 'From the left' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.getByLabel('Alternative text').focus();
  await page.keyboard.type('Boats in a harbour');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The harbour in June');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A. Photographer');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The picture is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Boats in a harbour' })).toBeVisible();
  await expect(page.getByText('No story can be published with this picture until')).toBeHidden();
  await expect(page.getByRole('slider', { name: 'From the left' })).toHaveValue('0');
  await expect(page.getByRole('slider', { name: 'From the top' })).toHaveValue('60');
});

test('readers see a picture in a format of today, with new words at once; it cannot be deleted then', async ({
  site,
  page,
}) => {
  await signInAs(page, site, 'editor');
  const heroAssetId = await openNew(page, await photograph());
  await page.getByLabel('Alternative text').fill('Boats');
  await page.getByLabel('Caption').fill('In May');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The picture is saved.')).toBeVisible();
  const headline = `Boats ${randomBytes(3).toString('hex')}`;
  const { path } = await site.write({ headline, section: 'Harbour', heroAssetId });
  await page.goto(path);
  const hero = page.getByRole('img', { name: 'Boats' });
  await expect(hero).toBeVisible();
  const source = await hero.evaluate((image: HTMLImageElement) => image.currentSrc);
  expect(source).toMatch(/\.avif$/);
  const file = await page.request.get(source);
  expect(file.headers()).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /-1200\.50-50\.jpeg$/);

  await page.goto(`/desk/media/${heroAssetId}`);
  await expect(page.getByRole('link', { name: headline })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeHidden();
  await page.getByLabel('Caption').fill('In June');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The picture is saved.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('In June')).toBeVisible();
});

test('a picture that nothing uses is deleted, with its files', async ({ site, page }) => {
  await signInAs(page, site, 'author');
  await openNew(page, await photograph());
  const source = await page.locator('.focal-picture img').evaluate((image: HTMLImageElement) => image.currentSrc);
  expect((await page.request.get(source)).status()).toBe(200);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/desk\/media$/);
  expect((await page.request.get(source)).status()).toBe(404);
});

test('another’s picture can be seen by a contributor, and neither changed nor deleted', async ({ site, page }) => {
  await signInAs(page, site, 'editor');
  const id = await openNew(page, await photograph());
  await page.context().clearCookies();
  await signInAs(page, site, 'contributor');
  await page.goto(`/desk/media/${id}`);
  await expect(page.getByText('You may not change this picture')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeHidden();
  const forged = await page.request.post(`/desk/media/${id}/words`, {
    data: { alt: 'mine' },
    headers: { origin: site.url },
  });
  expect(await forged.json()).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('an upload from outside the desk is refused', async ({ site, page }) => {
  const data = (await photograph(300, 200)).buffer;
  const send = (headers: Record<string, string>) => page.request.post(`${site.url}/api/media`, { data, headers });
  const signedOut = await send({ origin: site.url });
  expect([signedOut.status(), (await signedOut.json()).error.code]).toEqual([403, 'forbidden']);
  await signInAs(page, site, 'author');
  for (const [header, value] of [
    ['origin', 'https://elsewhere.example'],
    ['sec-fetch-site', 'cross-site'],
  ] as const) {
    const refused = await send({ [header]: value });
    expect([refused.status(), (await refused.json()).error.message]).toEqual([
      403,
      'Pictures are uploaded from this site’s desk only.',
    ]);
  }
  expect((await send({ origin: site.url })).status()).toBe(200);
});

test('a web address that leads inside is refused in a sentence', async ({ site, page, axe }) => {
  await signInAs(page, site, 'author');
  await page.goto('/desk/media');
  await page.getByRole('button', { name: 'From a web address' }).click();
  const address = page.getByLabel('Address of the picture');
  for (const [typed, said] of [
    ['http://127.0.0.1/secret.png', '127.0.0.1 is not on the open internet'],
    ['http://[::1]/secret.png', 'is not on the open internet'],
    ['http://2130706433/', '127.0.0.1 is not on the open internet'],
    ['http://169.254.169.254/latest/meta-data', 'is not on the open internet'],
    [site.url, 'Only the usual ports of the web'],
    ['harbour.jpg', 'Write a web address that begins with'],
  ] as const) {
    await address.fill(typed);
    await page.getByRole('button', { name: 'Fetch it' }).click();
    await expect(page.getByText(said)).toBeVisible();
  }
  await axe(page);
});
