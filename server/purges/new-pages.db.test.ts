import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { onLocalPurge, type Purge } from '#lib/purge.ts';
import { newPages } from './new-pages.ts';

await testDatabase();

let section = '';
beforeAll(async () => {
  section = await sampleSection('world');
});

test('a publication names the page of its story, and a story that is not public has none', async () => {
  const { articleId } = await sampleArticle({ sectionId: section, headline: 'Ships' });
  const purges: Purge[] = [];
  const stop = onLocalPurge((purge) => purges.push(purge));
  await publishArticle(tester, { articleId });
  stop();
  const purge = purges.find(({ tags }) => tags.includes(`article:${articleId}`));
  expect(purge && (await newPages(purge))).toEqual(['/world/ships']);
  const draft = await sampleArticle({ sectionId: section, headline: 'Draft' });
  expect(await newPages({ kind: 'refresh', tags: ['latest', `article:${draft.articleId}`] })).toEqual([]);
});

test('a withdrawal, a vote and an import make no page that is asked for next', async () => {
  expect(await newPages({ kind: 'destroy', tags: ['latest', 'article:1'] })).toEqual([]);
  expect(await newPages({ kind: 'refresh', tags: ['article:1'] })).toEqual([]);
  const many = Array.from({ length: 6 }, (_, index) => `article:${index}`);
  expect(await newPages({ kind: 'refresh', tags: ['latest', ...many] })).toEqual([]);
});
