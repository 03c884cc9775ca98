import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { storePicture } from '#features/media/commands/store-picture.ts';
import { photograph } from '#features/media/testing/sample-pictures.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { respondWithLogo } from '#features/site/respond-logo.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { amendEnvironment } from '#lib/env.ts';
import { withTrace } from '#lib/trace.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-logo-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));

/** The colours, as red, green, blue and alpha, in the middle of the logo's left edge and of its top. */
async function edgesOfLogo() {
  const { value: response, trace } = await withTrace(respondWithLogo);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect([...trace.tags]).toContain(cacheTags.settings);
  const image = sharp(Buffer.from(await response.arrayBuffer())).ensureAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 512, height: 512, channels: 4 });
  const at = (x: number, y: number) => [...data.subarray((y * 512 + x) * 4, (y * 512 + x) * 4 + 4)];
  return { left: at(2, 256), top: at(256, 2) };
}

test('without a picture the logo is in the accent, and follows it', async () => {
  expect(await edgesOfLogo()).toMatchObject({ left: [160, 28, 34, 255] });
  await changeSettings(tester, { accent: '#004080' });
  expect(await edgesOfLogo()).toMatchObject({ left: [0, 64, 128, 255] });
});

test('a picture is shown whole, in a square', async () => {
  const wide = await photograph(900, 300, { background: '#00ff00' });
  await changeSettings(tester, { logo: (await storePicture(tester, wide, { alt: 'x' })).assetId });
  const { left, top } = await edgesOfLogo();
  expect(top[3]).toBe(0);
  expect(left[3]).toBe(255);
});

test('a picture whose file is gone leaves the site a logo', async () => {
  const { assetId } = await storePicture(tester, await photograph(600, 600, { background: '#0000ff' }), { alt: 'x' });
  await changeSettings(tester, { logo: assetId });
  await rm(join(folder, 'media'), { recursive: true });
  expect(await edgesOfLogo()).toMatchObject({ left: [0, 64, 128, 255] });
});
