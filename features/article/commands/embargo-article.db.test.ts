import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { findArticle } from '#features/article/queries.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import type { UserActor } from '#features/user/actor.ts';
import { createArticle } from './create-article.ts';
import { embargoArticle } from './embargo-article.ts';
import { killArticle } from './kill-article.ts';
import { publishArticle } from './publish-article.ts';
import { unpublishArticle } from './unpublish-article.ts';

const { owner } = await testDatabase();
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000);
const found = async (slug: string) => (await findArticle('world', slug)).found;
let sectionId = '';
let author: UserActor;

beforeAll(async () => {
  sectionId = await sampleSection('world');
  const [row] = await owner`insert into users (email, name, role) values ('a@example.com', 'A', 'author') returning id`;
  author = { kind: 'user', id: row?.id as string, name: 'A', role: 'author' };
});

test('a story under embargo stays hidden, whoever publishes a new version, and keeps its first date', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Held back' });
  await publishArticle(tester, { articleId, firstPublishedAt: new Date('2024-05-06T07:08:09Z') });
  await embargoArticle(tester, { articleId, until: soon(3600) });
  await publishArticle(tester, { articleId });
  expect(await found('held-back')).toBe('nothing');
  await embargoArticle(tester, { articleId, until: null });
  const at = await findArticle('world', 'held-back');
  if (at.found !== 'article') throw new Error(at.found);
  expect(at.article.publishedAt.getTime()).toBeLessThan(new Date('2024-05-07').getTime());
});

test('an embargo that was lifted stays lifted, for every version', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Let go' });
  await publishArticle(tester, { articleId });
  await embargoArticle(tester, { articleId, until: soon(3600) });
  await publishArticle(tester, { articleId });
  expect(await found('let-go')).toBe('nothing');
  await embargoArticle(tester, { articleId, until: null });
  await publishArticle(tester, { articleId });
  expect(await found('let-go')).toBe('article');
});

test('who may not lift an embargo does not shorten it by publishing either, but may lengthen it', async () => {
  const content = { sectionId, headline: 'Held', body: paragraph('.') };
  const { articleId } = await createArticle(author, { content });
  await publishArticle(author, { articleId });
  await embargoArticle(tester, { articleId, until: soon(3600) });
  for (const embargoUntil of [soon(1), soon(3000)]) {
    await expect(publishArticle(author, { articleId, embargoUntil })).rejects.toMatchObject({ code: 'forbidden' });
  }
  const until = soon(7200);
  expect(await publishArticle(author, { articleId, embargoUntil: until })).toMatchObject({ embargoUntil: until });
  expect(await found('held')).toBe('nothing');
  const earlier = soon(60);
  expect(await publishArticle(tester, { articleId, embargoUntil: earlier })).toMatchObject({ embargoUntil: earlier });
  expect(await publishArticle(author, { articleId })).toMatchObject({ embargoUntil: earlier });
});

test('who may not lift an embargo does not get rid of it by unpublishing', async () => {
  const content = { sectionId, headline: 'Planned and held', body: paragraph('.') };
  const { articleId } = await createArticle(author, { content });
  await publishArticle(tester, { articleId, embargoUntil: soon(3600) });
  await expect(unpublishArticle(author, { articleId })).rejects.toMatchObject({ code: 'forbidden' });
  await unpublishArticle(tester, { articleId });
});

test('an embargo that has long passed is a slip and refused', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Too late' });
  await expect(publishArticle(tester, { articleId, embargoUntil: soon(-3600) })).rejects.toMatchObject({
    code: 'invalid',
    fields: { embargoUntil: expect.any(String) },
  });
});

test('a story that was public is not spoken of under an embargo, and gone once it is killed under it', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Seen and held', slug: 'seen-and-held' });
  await publishArticle(tester, { articleId });
  await embargoArticle(tester, { articleId, until: soon(3600) });
  expect(await found('seen-and-held')).toBe('nothing');
  await killArticle(tester, { articleId });
  expect(await found('seen-and-held')).toBe('gone');
});
