import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { recordViews } from '#features/view/commands/record-views.ts';
import { roles } from '#lib/vocabulary.ts';
import { storyCsv } from './files.ts';
import { readStoryAnalytics } from './queries-story.ts';

const { owner } = await testDatabase();
const hour = 3_600_000;
const thisHour = () => Math.floor(Date.now() / hour) * hour;
let world = '';

beforeEach(async () => {
  await owner`truncate articles, sections, view_buckets, view_minutes, view_shares cascade`;
  world = await sampleSection('world');
});

/** A story that became public so many hours before this one began. */
async function publicSince(hoursAgo: number, sectionId = world): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline: `Of ${hoursAgo} hours` });
  await publishArticle(tester, { articleId });
  const began = new Date(thisHour() - hoursAgo * hour);
  await owner.begin(async (sql) => {
    await sql`alter table publications disable trigger user`;
    await sql`
      update publications set effective_from = ${began}, first_published_at = ${began} where article_id = ${articleId}`;
    await sql`alter table publications enable trigger user`;
  });
  return articleId;
}

/** Views in the hour so many hours after the story became public. */
const viewed = (articleId: string, publicHoursAgo: number, inHour: number, human: number, filtered = 0) =>
  recordViews([
    { articleId, minute: thisHour() + (inHour - publicHoursAgo) * hour, source: 'direct', human, filtered },
  ]);

test("a story's hours are told beside the median of its section's", async () => {
  const story = await publicSince(3);
  await viewed(story, 3, 0, 10, 2);
  await viewed(story, 3, 2, 30);
  for (const [index, human] of [1, 2, 3, 50, 60].entries()) {
    const peer = await publicSince(80 + index);
    await viewed(peer, 80 + index, 0, human);
    if (index < 2) await viewed(peer, 80 + index, 2, 1000);
    // What is read later than is compared.
    await viewed(peer, 80 + index, 75, 7777);
  }
  // Too young to say what three days are like, and of another section.
  await viewed(await publicSince(5), 5, 0, 9999);
  await viewed(await publicSince(90, await sampleSection('sport')), 90, 0, 9999);
  const told = await readStoryAnalytics(tester, story);
  expect(told).toMatchObject({ section: 'World', compared: 5, total: { human: 40, filtered: 2 }, votes: 0 });
  expect(told.hours).toHaveLength(72);
  expect(told.hours.slice(0, 5)).toEqual([
    { hour: 0, human: 10, filtered: 2, median: 3 },
    { hour: 1, human: 0, filtered: 0, median: 0 },
    { hour: 2, human: 30, filtered: 0, median: 0 },
    { hour: 3, human: 0, filtered: 0, median: 0 },
    { hour: 4, human: null, filtered: null, median: 0 },
  ]);
  expect(storyCsv(told).split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFhour,views,filtered,median of the section',
    '0,10,2,3',
  ]);
});

test('with fewer than five others there is no median, and no hour after the third day', async () => {
  const story = await publicSince(200);
  await viewed(story, 200, 71, 4);
  await viewed(story, 200, 72, 5);
  for (const since of [100, 101, 102, 103]) await publicSince(since);
  const { hours, compared, total } = await readStoryAnalytics(tester, story);
  expect(compared).toBe(0);
  expect(hours).toHaveLength(72);
  expect(hours.at(-1)).toEqual({ hour: 71, human: 4, filtered: 0, median: null });
  expect(total).toEqual({ human: 9, filtered: 0 });
});

test('a draft was never public, and what there is not is refused', async () => {
  const { articleId } = await sampleArticle({ sectionId: world, headline: 'Draft' });
  expect(await readStoryAnalytics(tester, articleId)).toMatchObject({ publicFrom: null, hours: [], compared: 0 });
  for (const id of [randomUUID(), 'none']) {
    await expect(readStoryAnalytics(tester, id)).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a story keeps its figures when it is moved, taken back or killed', async () => {
  const story = await publicSince(3);
  await viewed(story, 3, 1, 4);
  const sport = await sampleSection('sport');
  const [{ version } = { version: 0 }] = await owner<{ version: number }[]>`
    select version from articles where id = ${story}`;
  const content = { sectionId: sport, headline: 'Moved', body: paragraph('Something happened.') };
  await saveRevision(tester, { articleId: story, version, content });
  await publishArticle(tester, { articleId: story });
  await viewed(story, 3, 2, 5);
  const figures = async () => {
    const { section, publicFrom, total, hours } = await readStoryAnalytics(tester, story);
    return { section, publicFrom, total, hours: hours.slice(0, 3).map(({ human }) => human) };
  };
  const began = new Date(thisHour() - 3 * hour);
  const kept = { section: 'Sport', publicFrom: began, total: { human: 9, filtered: 0 }, hours: [0, 4, 5] };
  expect(await figures()).toEqual(kept);
  await unpublishArticle(tester, { articleId: story });
  expect(await figures()).toEqual(kept);
  await killArticle(tester, { articleId: story, reason: 'wrong' });
  expect(await figures()).toEqual(kept);
});

test('is for those who may write in the story', async () => {
  const story = await publicSince(1);
  const [user] = await owner`
    insert into users (email, name, role) values ('own@example.org', 'Own', 'contributor') returning id`;
  await owner`update articles set created_by = ${user?.id} where id = ${story}`;
  const may = (id: string, role: (typeof roles)[number]) =>
    readStoryAnalytics({ kind: 'user', id, name: 'Some', role }, story).then(
      () => true,
      ({ code }) => code !== 'forbidden',
    );
  expect(await Promise.all(roles.map((role) => may(randomUUID(), role)))).toEqual([false, false, true, true]);
  expect(await may(user?.id, 'contributor')).toBe(true);
});
