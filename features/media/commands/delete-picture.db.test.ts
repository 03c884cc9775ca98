import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { readLibraryPictures } from '#features/media/queries-library.ts';
import { photograph } from '#features/media/testing/sample-pictures.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { amendEnvironment } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { deletePicture } from './delete-picture.ts';
import { preparePicture } from './prepare-picture.ts';
import { storePicture } from './store-picture.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-delete-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));

const shaOf = (file: Buffer) => createHash('sha256').update(file).digest('hex');
const filesOf = async (file: Buffer) =>
  (await readdir(join(folder, 'media'), { recursive: true })).filter((name) => name.includes(shaOf(file).slice(2, 26)));

test('a deleted picture leaves no file', async () => {
  const file = await photograph(700, 400, { background: '#000001' });
  const { assetId } = await storePicture(tester, file, { alt: 'x' });
  expect(await filesOf(file)).not.toEqual([]);
  await deletePicture(tester, { assetId });
  expect(await filesOf(file)).toEqual([]);
  expect(await readLibraryPictures([assetId])).toEqual([]);
  expect(await preparePicture(assetId)).toBeNull();
});

test('the logo of the site is not deleted while it is that', async () => {
  const { assetId } = await storePicture(tester, await photograph(700, 700, { background: '#000003' }), { alt: 'x' });
  await changeSettings(tester, { logo: assetId });
  await expect(deletePicture(tester, { assetId })).rejects.toThrow('The picture is the logo of the site');
  await changeSettings(tester, { logo: '' });
  expect(await deletePicture(tester, { assetId })).toEqual({ assetId });
  await expect(changeSettings(tester, { logo: assetId })).rejects.toThrow('There is no such picture');
});

test('a picture whose files cannot be removed is deleted all the same, and the log names them', async () => {
  const error = vi.spyOn(log, 'error').mockReturnValue();
  const file = await photograph(700, 400, { background: '#000002' });
  const { assetId } = await storePicture(tester, file, { alt: 'x' });
  const place = join(folder, 'media', shaOf(file).slice(0, 2));
  await rm(place, { recursive: true });
  await writeFile(place, 'no folder');
  expect(await deletePicture(tester, { assetId })).toEqual({ assetId });
  expect(await readLibraryPictures([assetId])).toEqual([]);
  expect(error).toHaveBeenCalledWith(
    expect.objectContaining({ sha256: shaOf(file) }),
    'the files of a deleted picture were left',
  );
});
