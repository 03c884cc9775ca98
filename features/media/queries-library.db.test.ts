import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { amendEnvironment } from '#lib/env.ts';
import { storePicture } from './commands/store-picture.ts';
import { listLibrary } from './queries-library.ts';
import { photograph } from './testing/sample-pictures.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-library-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));

describe('the library', () => {
  beforeAll(async () => {
    for (const width of [20, 21, 22, 23, 24, 25, 26]) await storePicture(tester, await photograph(width, 20), {});
  });

  test('is read page by page, newest first, back and forth', async () => {
    const all = (await listLibrary({ q: '' }, 100)).pictures.map(({ id }) => id);
    const first = await listLibrary({ q: '' }, 3);
    const second = await listLibrary({ q: '', before: first.older ?? '' }, 3);
    const back = await listLibrary({ q: '', after: second.newer ?? '' }, 3);
    expect([...first.pictures, ...second.pictures].map(({ id }) => id)).toEqual(all.slice(0, 6));
    expect([first.newer, back]).toEqual([null, first]);
  });

  test('finds pictures by any part of their name, text, caption or credit, and takes words as they are', async () => {
    const { assetId } = await storePicture(tester, await photograph(30, 20), {
      ...{ alt: 'A heron', caption: '100% wading', credit: 'Zoë Quill' },
    });
    for (const q of ['HERON', 'eron quill', '100%', 'zoë']) {
      expect([q, (await listLibrary({ q })).pictures.map(({ id }) => id)]).toEqual([q, [assetId]]);
    }
    for (const q of ['heron_', 'heron gull', '%%%']) expect((await listLibrary({ q })).pictures).toEqual([]);
  });
});
