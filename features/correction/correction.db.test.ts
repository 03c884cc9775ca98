import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { findArticle } from '#features/article/queries.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { readFeed } from '#features/feed/queries.ts';
import { readAsked } from '#features/search/model-asked.ts';
import { searchArticles } from '#features/search/queries.ts';
import { readSite } from '#features/site/queries.ts';
import { amendEnvironment } from '#lib/env.ts';
import { issueCorrection } from './commands/issue-correction.ts';
import { withdrawCorrection } from './commands/withdraw-correction.ts';
import { listCorrections } from './queries.ts';
import { listCorrectionsOf } from './queries-desk.ts';

amendEnvironment({ SITE_URL: 'https://news.example' });
const { owner } = await testDatabase();
const sectionId = await sampleSection('world');
let count = 0;

beforeEach(() => owner`delete from corrections`);

async function published(): Promise<{ articleId: string; slug: string }> {
  count += 1;
  const slug = `story-${count}`;
  const { articleId } = await sampleArticle({ sectionId, headline: `Story ${count}`, slug });
  await publishArticle(tester, { articleId });
  return { articleId, slug };
}

async function shownAt(slug: string) {
  const at = await findArticle('world', slug);
  if (at.found !== 'article') throw new Error(at.found);
  return at.article;
}
const listed = async () => (await listCorrections({})).corrections.map(({ text }) => text);

test('a correction stands under its story, in its feeds and among all corrections, and is a change of substance', async () => {
  const { articleId, slug } = await published();
  const text = 'The harbour is in Busan.\nAn earlier version said <Incheon>.';
  await issueCorrection(tester, { articleId, text: `  ${text}\r\n` });
  const article = await shownAt(slug);
  expect(article.corrections).toEqual([{ id: expect.any(String), text, issuedAt: expect.any(Date) }]);
  expect(Math.abs(Date.now() - (article.corrections[0]?.issuedAt.getTime() ?? 0))).toBeLessThan(60_000);
  expect(article.updatedAt?.getTime()).toBe(article.corrections[0]?.issuedAt.getTime());
  const feed = await readFeed({ of: 'site' }, 'rss', await readSite());
  const story = feed?.stories.find(({ id }) => id === articleId);
  expect(story?.corrections).toEqual(article.corrections);
  expect(story?.updatedAt).toEqual(article.updatedAt);
  const { corrections } = await listCorrections({});
  expect(corrections).toEqual([{ ...article.corrections[0], card: expect.objectContaining({ id: articleId }) }]);
  const found = await searchArticles(readAsked({ q: `story ${count}` }), { language: 'en', timeZone: 'UTC', size: 5 });
  expect(found?.results.map(({ card }) => card.id)).toEqual([articleId]);
});

test('what was planned for the story stays planned', async () => {
  const { articleId, slug } = await published();
  const until = new Date(Date.now() + 3_600_000);
  await unpublishArticle(tester, { articleId, at: until });
  await issueCorrection(tester, { articleId, text: 'One' });
  const windows =
    await owner`select effective_to from publications where article_id = ${articleId} order by effective_from`;
  expect(windows.at(-1)?.effective_to).toEqual(until);
  expect((await shownAt(slug)).corrections).toHaveLength(1);
});

test('a withdrawn correction is gone everywhere, and cannot be withdrawn twice', async () => {
  const { articleId, slug } = await published();
  const { correctionId } = await issueCorrection(tester, { articleId, text: 'Wrong itself' });
  await issueCorrection(tester, { articleId, text: 'Right' });
  await withdrawCorrection(tester, { articleId, correctionId });
  expect((await shownAt(slug)).corrections.map(({ text }) => text)).toEqual(['Right']);
  expect(await listed()).toEqual(['Right']);
  expect((await listCorrectionsOf(articleId)).map(({ text }) => text)).toEqual(['Right']);
  await expect(withdrawCorrection(tester, { articleId, correctionId })).rejects.toMatchObject({ code: 'not_found' });
  const other = await published();
  const [kept] = await listCorrectionsOf(articleId);
  const ofAnother = { articleId: other.articleId, correctionId: kept?.id ?? '' };
  await expect(withdrawCorrection(tester, ofAnother)).rejects.toMatchObject({ code: 'not_found' });
});

test.each<[string, (articleId: string) => Promise<unknown>]>([
  ['killed', (articleId) => killArticle(tester, { articleId, reason: 'a test' })],
  ['unpublished', (articleId) => unpublishArticle(tester, { articleId })],
  ['put under embargo', (articleId) => embargoArticle(tester, { articleId, until: new Date(Date.now() + 3_600_000) })],
])('of a story that was %s no correction is shown, and none can be issued', async (_what, hide) => {
  const { articleId } = await published();
  await issueCorrection(tester, { articleId, text: 'Told' });
  expect(await listed()).toEqual(['Told']);
  await hide(articleId);
  expect(await listed()).toEqual([]);
  await expect(issueCorrection(tester, { articleId, text: 'Another' })).rejects.toMatchObject({ code: 'conflict' });
  const [{ correctionId } = { correctionId: '' }] = (await listCorrectionsOf(articleId)).map(({ id }) => ({
    correctionId: id,
  }));
  await withdrawCorrection(tester, { articleId, correctionId });
  expect(await listCorrectionsOf(articleId)).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['only spaces', ' \n\t '],
  ['too much', 'x'.repeat(2001)],
  ['a control character', 'one\u0000two'],
])('%s is refused beside the field', async (_what, text) => {
  const { articleId } = await published();
  await expect(issueCorrection(tester, { articleId, text })).rejects.toMatchObject({
    code: 'invalid',
    fields: { text: expect.any(String) },
  });
});

test('all corrections are paged both ways without one missing or twice', async () => {
  const { articleId } = await published();
  const texts = Array.from({ length: 45 }, (_, index) => `Correction ${index}`);
  for (const text of texts) await issueCorrection(tester, { articleId, text });
  const seen: string[] = [];
  let page = await listCorrections({});
  for (;;) {
    seen.push(...page.corrections.map(({ text }) => text));
    if (page.older === null) break;
    page = await listCorrections({ before: page.older });
  }
  expect(seen).toEqual(texts.toReversed());
  const middle = await listCorrections({ after: page.newer ?? '' });
  expect(middle.corrections.map(({ text }) => text)).toEqual(seen.slice(20, 40));
  expect((await listCorrections({ after: middle.newer ?? '' })).corrections.map(({ text }) => text)).toEqual(
    seen.slice(0, 20),
  );
});

test('two people who correct at the same moment both are heard, whoever began first', async () => {
  const { articleId, slug } = await published();
  await database().transaction(async (tx) => {
    await tx.execute(sql`select now()`);
    await issueCorrection(tester, { articleId, text: 'Began later' });
    await issueCorrection.within(tx, tester, { articleId, text: 'Began first' });
  });
  expect(await listed()).toEqual(['Began first', 'Began later']);
  expect((await shownAt(slug)).corrections).toHaveLength(2);
  const texts = ['One', 'Two', 'Three'];
  await Promise.all(texts.map((text) => issueCorrection(tester, { articleId, text })));
  expect((await listed()).slice(0, 3).toSorted()).toEqual(texts.toSorted());
});
