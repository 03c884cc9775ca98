import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { amendEnvironment } from '#lib/env.ts';
import { prepareOutdated } from './commands/prepare-outdated.ts';
import { storePicture } from './commands/store-picture.ts';
import { picturesOf } from './queries.ts';
import { photograph } from './testing/sample-pictures.ts';

const { owner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-crops-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));

const shown = async (assetId: string) => (await picturesOf([assetId])).get(assetId);

test('a picture for search engines is cut to 16:9, 4:3 and 1:1', async () => {
  const { assetId } = await storePicture(tester, await photograph(1300, 1300), { alt: 'x' });
  expect((await shown(assetId))?.crops).toEqual([
    { url: expect.stringMatching(/-1280[.]50-50[.]jpeg$/), width: 1280, height: 720 },
    { url: expect.stringMatching(/-944[.]50-50[.]jpeg$/), width: 944, height: 708 },
    { url: expect.stringMatching(/-720[.]50-50[.]jpeg$/), width: 720, height: 720 },
  ]);
});

test('a picture that was made ready before search engines had theirs gets those, once', async () => {
  const { assetId } = await storePicture(tester, await photograph(1300, 1301), { alt: 'x' });
  await owner`delete from media_renditions where asset_id = ${assetId} and width in (1280, 944, 720)`;
  await owner`update media_assets set rendition_plan = 1 where id = ${assetId}`;
  expect((await shown(assetId))?.crops).toEqual([]);
  expect(await prepareOutdated()).toBe(1);
  expect((await shown(assetId))?.crops).toHaveLength(3);
  expect(await prepareOutdated()).toBe(0);
});
