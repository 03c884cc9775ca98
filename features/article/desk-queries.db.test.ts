import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { embargoArticle } from './commands/embargo-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { saveRevision } from './commands/save-revision.ts';
import { unpublishArticle } from './commands/unpublish-article.ts';
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

test('a story is listed with the moments at which it comes, is shown and goes', async () => {
  const sectionId = await sampleSection('sport');
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const [at, until] = [hour(1), hour(2)];
  const { articleId } = await sampleArticle({ sectionId, headline: 'Match' });
  await publishArticle(tester, { articleId, at, until });
  expect(await resolveArticle(articleId)).toMatchObject({ standing: 'scheduled', appearsAt: at, leavesAt: until });
  await publishArticle(tester, { articleId, embargoUntil: at });
  expect(await resolveArticle(articleId)).toMatchObject({ standing: 'embargoed', embargoUntil: at });
  await embargoArticle(tester, { articleId, until: null });
  await unpublishArticle(tester, { articleId, at: until });
  expect(await resolveArticle(articleId)).toMatchObject({ leavesAt: until, embargoUntil: null });
});
