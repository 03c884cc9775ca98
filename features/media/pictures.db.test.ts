import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { createArticle } from '#features/article/commands/create-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { renewStoriesWith } from '#features/article/commands/renew-stories-with.ts';
import { findArticle } from '#features/article/queries.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { amendEnvironment } from '#lib/env.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { mediaStorage } from '#lib/storage.ts';
import { addPicture } from './commands/add-picture.ts';
import { addPictureFromAddress } from './commands/add-picture-from-address.ts';
import { deletePicture } from './commands/delete-picture.ts';
import { describePicture } from './commands/describe-picture.ts';
import { preparePicture } from './commands/prepare-picture.ts';
import { storePicture } from './commands/store-picture.ts';
import { withIncomingFile } from './incoming-file.ts';
import { picturesOf } from './queries.ts';
import { readLibraryPictures } from './queries-library.ts';
import { storiesWith } from './stories-with.ts';
import { photograph } from './testing/sample-pictures.ts';

const { owner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-pictures-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));
const sectionId = await sampleSection('world');

let shade = 0;
/** A picture that no other test has. */
function another(width = 700, height = 400): Promise<Buffer> {
  shade += 1;
  return photograph(width, height, { background: `#0000${shade.toString(16).padStart(2, '0')}` });
}

function add(file: Buffer, words: Parameters<typeof addPicture>[2] = {}) {
  const sha256 = createHash('sha256').update(file).digest('hex');
  return addPicture(tester, { contents: file, head: file, bytes: file.byteLength, sha256 }, words);
}

const shown = async (assetId: string) => (await picturesOf([assetId])).get(assetId);
const files = async () =>
  (await readdir(join(folder, 'media'), { recursive: true })).filter((name) => name.includes('.'));
const filesOf = async (file: Buffer) => {
  const stem = createHash('sha256').update(file).digest('hex').slice(2, 26);
  return (await files()).filter((name) => name.includes(stem));
};
const image = (assetId: string, alt: string | null = null) => ({
  type: 'doc' as const,
  content: [{ type: 'image' as const, attrs: { assetId, alt, caption: null, credit: null } }],
});

async function purgesOf(work: () => Promise<unknown>): Promise<string[]> {
  const purged = new Set<string>();
  const stop = onLocalPurge(({ tags }) => {
    for (const tag of tags) purged.add(tag);
  });
  await work();
  stop();
  return [...purged];
}

/** Jobs that wait to renew what shows a picture. */
async function waitingRenewals(assetId: string): Promise<number> {
  const [row] = await owner`
    select count(*)::int as waiting from graphile_worker.jobs where key = ${`renew-stories-with:${assetId}`}`;
  return row?.waiting;
}

describe('a picture that was added', () => {
  test('is in the library at once, and among the readers’ pictures when it is ready', async () => {
    const { assetId, known } = await add(await another(), { name: 'C:\\fakepath\\harbour.jpg', alt: 'A harbour' });
    expect(known).toBe(false);
    expect(await readLibraryPictures([assetId])).toMatchObject([{ name: 'harbour.jpg', picture: null, problem: null }]);
    expect(await shown(assetId)).toBeUndefined();
    expect(await preparePicture(assetId)).toBeNull();
    expect(await shown(assetId)).toMatchObject({ alt: 'A harbour', width: 700, focus: { x: 5, y: 5 } });
    expect((await readLibraryPictures([assetId]))[0]?.picture?.sources.map(({ type }) => type)).toEqual([
      ...['image/avif', 'image/webp', 'image/jpeg'],
    ]);
  });

  test('has a job that makes it ready', async () => {
    const { assetId } = await add(await another());
    const jobs =
      await owner`select task_identifier from graphile_worker.jobs where key = ${`prepare-picture:${assetId}`}`;
    expect(jobs).toMatchObject([{ task_identifier: 'prepare-picture' }]);
  });

  test('is the same picture when the same bytes come again', async () => {
    const file = await another();
    const first = await add(file);
    expect(await add(file)).toEqual({ assetId: first.assetId, known: true });
    await preparePicture(first.assetId);
    const before = await filesOf(file);
    expect(await add(file)).toEqual({ assetId: first.assetId, known: true });
    expect(await storePicture(tester, file, {})).toEqual({ assetId: first.assetId });
    expect(await filesOf(file)).toEqual(before);
  });

  test('is one picture when the same bytes come twice at once', async () => {
    const file = await another();
    const [one, other] = await Promise.all([add(file), add(file)]);
    expect(one.assetId).toBe(other.assetId);
  });

  test('says so when its bytes break off, and is tried anew when they come again', async () => {
    const file = await another(1200, 900);
    const broken = file.subarray(0, Math.floor(file.length / 2));
    const { assetId } = await add(broken);
    expect(await preparePicture(assetId)).toContain('damaged or breaks off');
    expect(await readLibraryPictures([assetId])).toMatchObject([
      { picture: null, problem: expect.stringContaining('damaged') },
    ]);
    await add(broken);
    expect(await readLibraryPictures([assetId])).toMatchObject([{ problem: null }]);
  });

  test('says so when its file is gone from the storage', async () => {
    const file = await another();
    const { assetId } = await add(file);
    for (const name of await filesOf(file)) await rm(join(folder, 'media', name));
    expect(await preparePicture(assetId)).toContain('not in the storage');
  });

  test('is prepared once, however often it is asked for', async () => {
    const { assetId } = await add(await another());
    await preparePicture(assetId);
    const [before] = await owner`select prepared_at from media_assets where id = ${assetId}`;
    expect(await purgesOf(() => preparePicture(assetId))).toEqual([]);
    expect(await owner`select prepared_at from media_assets where id = ${assetId}`).toEqual([before]);
  });
});

describe('a file that is refused', () => {
  test('leaves nothing behind', async () => {
    const before = await files().catch(() => []);
    await expect(add(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'invalid' });
    expect(await files().catch(() => [])).toEqual(before);
  });

  test('because the disk is full says so, and is neither recorded nor half there', async () => {
    const file = await another();
    const full = Object.assign(new Error('write failed'), { code: 'ENOSPC' });
    const put = vi.spyOn(mediaStorage(), 'put').mockRejectedValueOnce(new Error('no storage', { cause: full }));
    await expect(add(file)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('no room left'),
    });
    put.mockRestore();
    expect(await filesOf(file)).toEqual([]);
    expect((await add(file)).known).toBe(false);
  });

  test('as too large is not read to its end', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    await expect(withIncomingFile(endless(), () => Promise.reject(new Error('taken')))).rejects.toMatchObject({
      code: 'invalid',
      message: 'The picture is larger than 40 MB.',
    });
    expect(read).toBeLessThan(60);
  });

  test('because there is nothing in it says so', async () => {
    async function* nothing() {
      yield Buffer.alloc(0);
    }
    await expect(withIncomingFile(nothing(), () => Promise.resolve())).rejects.toThrow('The file is empty.');
  });
});

describe('a story that is public', () => {
  async function publish(content: Parameters<typeof sampleArticle>[0]): Promise<string> {
    const { articleId } = await sampleArticle(content);
    await publishArticle(tester, { articleId });
    return articleId;
  }
  const page = async (slug: string) => {
    const at = await findArticle('world', slug);
    if (at.found !== 'article') throw new Error(at.found);
    return at.article;
  };

  test('shows a picture among its words as soon as that is ready', async () => {
    const { assetId } = await add(await another(), { alt: 'Two ships' });
    const articleId = await publish({ sectionId, headline: 'Too early', slug: 'too-early', body: image(assetId) });
    expect((await page('too-early')).bodyHtml).toBe('');
    await preparePicture(assetId);
    expect(await waitingRenewals(assetId)).toBe(1);
    expect(await purgesOf(() => renewStoriesWith(assetId))).toContain(cacheTags.article(articleId));
    expect((await page('too-early')).bodyHtml).toContain('alt="Two ships"');
  });

  test('shows its main picture as soon as that is ready, and new words about it at once', async () => {
    const { assetId } = await add(await another(), { alt: 'A hero' });
    const articleId = await publish({ sectionId, headline: 'Led', slug: 'led', heroAssetId: assetId });
    expect((await page('led')).picture).toBeNull();
    expect(await purgesOf(() => preparePicture(assetId))).toEqual([cacheTags.article(articleId)]);
    const change = { assetId, caption: 'In June', focus: { x: 0.2, y: 0.8 } };
    expect(await purgesOf(() => describePicture(tester, change))).toEqual([cacheTags.article(articleId)]);
    expect((await page('led')).picture).toMatchObject({
      alt: 'A hero',
      caption: 'In June',
      focus: { x: 2, y: 8 },
    });
  });

  test('has the new words also where the picture stands in its body, unless it has words of its own', async () => {
    const { assetId } = await storePicture(tester, await another(), { alt: 'Old words' });
    await publish({ sectionId, headline: 'Plain', slug: 'plain', body: image(assetId) });
    await publish({ sectionId, headline: 'Own', slug: 'own', body: image(assetId, 'Its own') });
    await describePicture(tester, { assetId, alt: 'New words' });
    expect(await waitingRenewals(assetId)).toBe(1);
    expect(await renewStoriesWith(assetId)).toBe(2);
    expect((await page('plain')).bodyHtml).toContain('alt="New words"');
    expect((await page('own')).bodyHtml).toContain('alt="Its own"');
  });

  test('keeps a text for those who cannot see its picture: it can be changed and not taken away', async () => {
    const { assetId } = await storePicture(tester, await another(), { alt: 'Before' });
    await publish({ sectionId, headline: 'Described', slug: 'described', heroAssetId: assetId });
    const bare = describePicture(tester, { assetId, alt: '  ', caption: 'lost' });
    await expect(bare).rejects.toMatchObject({ code: 'invalid', fields: { alt: expect.stringMatching(/[.]$/) } });
    expect((await page('described')).picture).toMatchObject({ alt: 'Before', caption: null });
    await describePicture(tester, { assetId, alt: 'After' });
    expect((await page('described')).picture).toMatchObject({ alt: 'After' });
  });

  test('keeps its picture: it cannot be deleted, and where it is shown is known', async () => {
    const { assetId } = await storePicture(tester, await another(), { alt: 'Kept' });
    const articleId = await publish({ sectionId, headline: 'Keeper', heroAssetId: assetId });
    expect(await storiesWith(assetId)).toEqual({
      uses: [{ articleId, headline: 'Keeper', createdBy: null, public: true, former: false }],
      more: false,
    });
    await expect(deletePicture(tester, { assetId })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The picture is used in ‘Keeper’ and cannot be deleted.',
    });
  });
});

test('a picture at a web address is fetched and kept under its name there', async () => {
  const file = await another();
  const server = createServer((_request, response) => response.end(file)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const network = { resolve: () => Promise.resolve(['127.0.0.1']), allows: () => true, ports: [port] };
  const address = `http://photos.example:${port}/2026/Am%20Hafen.jpg?size=full`;
  const { assetId } = await addPictureFromAddress(tester, { address }, network);
  server.close();
  expect(await readLibraryPictures([assetId])).toMatchObject([{ name: 'Am Hafen.jpg', width: 700, height: 400 }]);
  expect((await add(file)).assetId).toBe(assetId);
});

test('a picture for other sites is cut around the focal point, and anew when that moves', async () => {
  const { assetId } = await storePicture(tester, await another(1300, 1300), { alt: 'x' });
  const before = (await shown(assetId))?.share;
  expect(before).toMatchObject({ width: 1200, height: 630 });
  await describePicture(tester, { assetId, focus: { x: 0.5, y: 0.125 } });
  await preparePicture(assetId);
  const after = (await shown(assetId))?.share;
  expect(after?.url).not.toBe(before?.url);
  expect((await shown(assetId))?.sources.flatMap(({ srcset }) => srcset)).not.toContainEqual(
    expect.objectContaining({ width: 1200 }),
  );
});

test('a picture in words under way, or only in an older version, is in use', async () => {
  const { assetId } = await storePicture(tester, await another(), { alt: 'x' });
  const { articleId } = await createArticle(tester, {
    content: { sectionId, headline: 'Written', body: paragraph('.') },
  });
  await owner`insert into article_drafts (article_id, content, save_id)
    values (${articleId}, ${owner.json({ heroAssetId: null, body: image(assetId) })}, gen_random_uuid())`;
  expect((await storiesWith(assetId)).uses).toMatchObject([{ articleId, public: false, former: false }]);
  await expect(deletePicture(tester, { assetId })).rejects.toMatchObject({ code: 'conflict' });
});
