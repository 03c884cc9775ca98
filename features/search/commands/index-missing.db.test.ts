import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { forgetEndedEntries, indexMissing } from './index-missing.ts';

const { owner } = await testDatabase();
const sectionId = await sampleSection('world');

const entries = () =>
  owner<{ headline: string; search: string }[]>`
    select r.headline, e.search::text from search_entries e
    join publications p on p.id = e.publication_id join revisions r on r.id = p.revision_id order by r.headline`;

test('what was published before there was an index, or was copied in, gets the same entry as what is published now', async () => {
  for (const headline of ['One', 'Two', 'Three', '北朝鮮がロシアに']) {
    const { articleId } = await sampleArticle({ sectionId, headline });
    await publishArticle(tester, { articleId });
  }
  const { articleId: planned } = await sampleArticle({ sectionId, headline: 'To come' });
  await publishArticle(tester, { articleId: planned, at: new Date(Date.now() + 3_600_000) });
  const before = await entries();
  expect(before.map(({ headline }) => headline)).toEqual(['One', 'Three', 'To come', 'Two', '北朝鮮がロシアに']);
  await owner`delete from search_entries where search @@ 'one | two | ロシア'`;
  await owner`delete from search_words where word <> 'two'`;
  expect(await indexMissing(2)).toBe(3);
  expect(await entries()).toEqual(before);
  expect(await owner`select word from search_words order by word`.values()).toEqual(
    expect.arrayContaining([['one'], ['two']]),
  );
  const [purge] = await owner`select tags from purges order by id desc limit 1`;
  expect(purge?.tags).toEqual(['latest']);
  expect(await indexMissing(2)).toBe(0);
});

test('what has ended is forgotten when the story is published anew, or in the night, and not looked for again', async () => {
  const { articleId, version } = await sampleArticle({ sectionId, headline: 'Zebra before' });
  await publishArticle(tester, { articleId });
  const content = { sectionId, headline: 'Zebra after', body: paragraph('.') };
  await saveRevision(tester, { articleId, version: version + 1, content });
  await publishArticle(tester, { articleId });
  const zebras = async () => (await entries()).map(({ headline }) => headline).filter((name) => name.startsWith('Z'));
  expect(await zebras()).toEqual(['Zebra after']);
  await unpublishArticle(tester, { articleId });
  await forgetEndedEntries();
  expect(await zebras()).toEqual([]);
  expect(await indexMissing()).toBe(0);
});
