import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { saveRevision } from './commands/save-revision.ts';
import { listRecent, resolveArticle } from './desk-queries.ts';

await testDatabase();

test('a story is listed under its newest headline and found by its id and each of its addresses', async () => {
  const sectionId = await sampleSection('world');
  await sampleArticle({ sectionId, headline: 'Another' });
  const { articleId } = await sampleArticle({ sectionId, headline: 'First words' });
  const { version } = await publishArticle(tester, { articleId });
  const content = { sectionId, headline: 'Wörter danach', body: paragraph('.') };
  await saveRevision(tester, { articleId, version, content });
  await publishArticle(tester, { articleId });

  await sampleArticle({ sectionId, headline: 'Planned' }).then((planned) =>
    publishArticle(tester, { articleId: planned.articleId, at: new Date(Date.now() + 3_600_000) }),
  );
  const [planned, newest, other] = await listRecent(5);
  expect(planned).toMatchObject({ standing: 'scheduled', address: '/world/planned' });
  expect(newest).toMatchObject({ id: articleId, headline: 'Wörter danach', standing: 'published' });
  expect(other).toMatchObject({ headline: 'Another', standing: 'draft', address: null });
  const names = [
    articleId,
    '/world/first-words',
    '/world/w%C3%B6rter-danach',
    'https://news.example/world/first-words',
  ];
  for (const which of names) expect((await resolveArticle(which)).id).toBe(articleId);
  await expect(resolveArticle('/world/nothing')).rejects.toMatchObject({ code: 'not_found' });
});
