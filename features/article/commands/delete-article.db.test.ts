import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { listAudit } from '#features/audit/queries.ts';
import { auditQuery } from '#features/audit/schema.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { submitDraft } from '#features/draft/commands/submit-draft.ts';
import { sampleDraft, sampleUser, sampleWords } from '#features/draft/testing/sample-draft.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { createStub } from './create-stub.ts';
import { deleteArticle } from './delete-article.ts';
import { embargoArticle } from './embargo-article.ts';
import { killArticle } from './kill-article.ts';
import { publishArticle } from './publish-article.ts';
import { saveRevision } from './save-revision.ts';
import { unpublishArticle } from './unpublish-article.ts';

const { owner, appUrl } = await testDatabase();
const app = postgres(appUrl, { max: 1 });
afterAll(() => app.end());
const later = () => new Date(Date.now() + 3_600_000);
let sectionId = '';
beforeAll(async () => {
  sectionId = await sampleSection('world');
});

const countOf = async (articleId: string) => {
  const [row] = await owner`select count(*)::int as n from articles where id = ${articleId}`;
  return row?.n;
};

test('a draft goes with all its versions, its tags and its bylines, and the log says what it was', async () => {
  const { tagId } = await createTag(tester, { slug: 'ships', name: 'Ships' });
  const { bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann' });
  const content = { sectionId, headline: 'Begun in error', tagIds: [tagId], bylineIds: [bylineId] };
  const { articleId, version } = await sampleArticle(content);
  await saveRevision(tester, { articleId, version, content: { ...content, body: paragraph('Again.') } });
  expect(await deleteArticle(tester, { articleId })).toEqual({ articleId });
  expect(await countOf(articleId)).toBe(0);
  const { lines } = await listAudit(auditQuery.parse({ kind: 'article.delete' }), 1);
  expect(lines).toMatchObject([{ subjectId: articleId, details: { headline: 'Begun in error', was: 'draft' } }]);
});

test('words under way go too, also those that were handed in', async () => {
  const ada = await sampleUser(owner, 'Ada', 'contributor');
  const seen = await sampleDraft(ada, sampleWords('Handed in', { sectionId }));
  await submitDraft(ada, seen);
  await deleteArticle(ada, { articleId: seen.articleId });
  expect(await countOf(seen.articleId)).toBe(0);
});

test('a plan that was given up before its time does not keep a story', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Planned' });
  await publishArticle(tester, { articleId, at: later() });
  await expect(deleteArticle(tester, { articleId })).rejects.toMatchObject({ code: 'conflict' });
  await unpublishArticle(tester, { articleId });
  await deleteArticle(tester, { articleId });
  expect(await countOf(articleId)).toBe(0);
});

const seenByReaders: Record<string, (articleId: string) => Promise<unknown>> = {
  'is public': () => Promise.resolve(),
  'was public': (articleId) => unpublishArticle(tester, { articleId }),
  'is under embargo': (articleId) => embargoArticle(tester, { articleId, until: later() }),
  'was killed': (articleId) => killArticle(tester, { articleId }),
  'is pinned': (articleId) => pinArticle(tester, { place: 'front', articleId, position: 0 }),
};

test.each(Object.entries(seenByReaders))('a story that %s stays', async (_, make) => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Seen' });
  await publishArticle(tester, { articleId });
  await make(articleId);
  await expect(deleteArticle(tester, { articleId })).rejects.toMatchObject({
    code: 'conflict',
    message: 'Only a draft that was never published can be deleted.',
  });
  expect(await countOf(articleId)).toBe(1);
});

test('a headline seen elsewhere stays, and so does a killed draft', async () => {
  const stub = await createStub(tester, { headline: 'Elsewhere', sectionId, importKey: 'elsewhere' });
  const draft = await sampleArticle({ sectionId, headline: 'Killed' });
  await killArticle(tester, { articleId: draft.articleId });
  for (const articleId of [stub?.articleId ?? '', draft.articleId]) {
    await expect(deleteArticle(tester, { articleId })).rejects.toMatchObject({ code: 'conflict' });
  }
});

test('the site itself cannot delete a story by any other way', async () => {
  const { articleId } = await sampleArticle({ sectionId, headline: 'Kept' });
  await expect(app`delete from articles where id = ${articleId}`).rejects.toThrow(/permission denied/);
  await publishArticle(tester, { articleId });
  const [row] = await app`select delete_unseen_article(${articleId}) as gone`;
  expect(row?.gone).toBe(false);
});
