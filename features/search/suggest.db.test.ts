import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { withTrace } from '#lib/trace.ts';
import { suggestQueries } from './queries-suggest.ts';

await testDatabase();

const suggested = (typed: string) => suggestQueries(typed, 'english');

beforeAll(async () => {
  const sectionId = await sampleSection('world');
  const tag = async (slug: string, name: string) => (await createTag(tester, { slug, name })).tagId;
  const port = await tag('port', 'The port of Kelmouth');
  const secret = await tag('secret', 'Portrait of a secret');
  const { bylineId } = await createByline(tester, { handle: 'porter', name: 'Ann Porter', biography: '' });
  const write = async (headline: string, more: { tagIds?: string[]; bylineIds?: string[]; standfirst?: string } = {}) =>
    (await sampleArticle({ sectionId, headline, ...more })).articleId;
  await publishArticle(tester, {
    articleId: await write('Ferries sail again', { tagIds: [port], bylineIds: [bylineId] }),
  });
  await publishArticle(tester, { articleId: await write('Portugal wins') });
  await publishArticle(tester, { articleId: await write('Elsewhere', { standfirst: 'Portable goods.' }) });
  const killed = await write('Porous and killed');
  await publishArticle(tester, { articleId: killed });
  await killArticle(tester, { articleId: killed });
  const articleId = await write('Portents to come', { tagIds: [secret] });
  await publishArticle(tester, { articleId, at: new Date(Date.now() + 3_600_000) });
});

test('offers names of tags and people, and headlines, with words that begin so, of public stories alone', async () => {
  const { value, trace } = await withTrace(() => suggested('por'));
  expect(value).toEqual(['Ann Porter', 'The port of Kelmouth', 'Portugal wins']);
  expect(trace.tags).toContain(cacheTags.latest);
  expect(trace.validUntil).toBeLessThan(Number.POSITIVE_INFINITY);
});

test('of several words the last need not be whole', async () => {
  expect(await suggested('sail ferr')).toEqual(['Ferries sail again']);
  expect(await suggested('sai ferries')).toEqual([]);
  expect(await suggested('the port of')).toEqual(['The port of Kelmouth']);
});

test.each(['po\\\\', '"por', '(por:*'])('takes %j for its letters', async (typed) => {
  expect(await suggested(typed)).toEqual(['Portugal wins']);
});

test.each(['', 'p', '%', "po' | 'x", '__', ':*', "it's", '& |', '😀😀'])(
  'takes %j for no more than words',
  async (typed) => {
    expect(await suggested(typed)).toEqual([]);
  },
);
