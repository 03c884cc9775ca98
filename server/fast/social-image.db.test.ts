import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { findStory } from '#features/article/find-story.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { amendEnvironment } from '#lib/env.ts';
import { requestPath } from '#server/http/request-path.ts';
import { serveSocialImage } from './social-image.ts';
import { serve } from './testing/serve.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-social-'));
amendEnvironment({ BROADSHEET_DATA: folder, BROADSHEET_SECRET: 'a secret of the tests, long enough' });
afterAll(() => rm(folder, { recursive: true }));
const base = await serve((request, response) => serveSocialImage(request, response, requestPath(request)));
const sectionId = await sampleSection('world');

const ask = (path: string, init?: RequestInit) => fetch(base + path, { redirect: 'manual', ...init });
const kept = async () =>
  (await readdir(join(folder, 'media'), { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.png'));

async function imageAt(slug: string): Promise<string> {
  const { found } = await findStory({ section: 'world', slug });
  if (found.found !== 'article' || !found.article.social) throw new Error(found.found);
  return found.article.social.url;
}

test('a story without a picture has an image, drawn once however many ask, and kept for ever by caches', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Drawn once', slug: 'drawn' });
  await publishArticle(tester, { articleId });
  const address = await imageAt('drawn');
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(address)));
  const images = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect(new Set(images.map((image) => image.toString('base64'))).size).toBe(1);
  expect(await sharp(images[0]).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  const { headers } = await ask(address);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(images[0]?.byteLength),
  });
  expect((await ask(address, { headers: { 'if-none-match': headers.get('etag') ?? '' } })).status).toBe(304);
  expect(await kept()).toHaveLength(1);
});

test('an address that this site has not given is nothing, and nothing is drawn', async () => {
  const before = await kept();
  const address = await imageAt('drawn');
  const forged = address.replace(/-[0-9a-f]{16}[.]/, '-0123456789abcdef.');
  for (const path of [forged, '/media/social/x.png', address.replace(/.{5}[.]png$/, 'AAAAA.png')]) {
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  }
  expect((await ask(address, { method: 'POST' })).status).toBe(405);
  expect(await kept()).toEqual(before);
});

test('the image of former words leads to that of today, which takes its place', async () => {
  const { articleId, version } = await sampleArticle({ sectionId, headline: 'Said first', slug: 'said' });
  await publishArticle(tester, { articleId });
  const former = await imageAt('said');
  expect((await ask(former)).status).toBe(200);
  const before = await kept();
  const content = { sectionId, headline: 'Said now', slug: 'said', body: paragraph('.') };
  await saveRevision(tester, { articleId, version: version + 1, content });
  await publishArticle(tester, { articleId });
  const answer = await ask(former);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, await imageAt('said')]);
  expect((await ask(await imageAt('said'))).status).toBe(200);
  expect((await kept()).length).toBe(before.length);
});

test('a killed story has no image any more, nor is one kept', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Killed', slug: 'killed' });
  await publishArticle(tester, { articleId });
  const address = await imageAt('killed');
  expect((await ask(address)).status).toBe(200);
  expect((await kept()).join()).toContain(articleId);
  await killArticle(tester, { articleId, reason: 'test' });
  expect((await ask(address)).status).toBe(410);
  expect((await kept()).join()).not.toContain(articleId);
});
