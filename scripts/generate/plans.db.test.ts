import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { addUpArchives } from '#features/article/add-up-archives.ts';
import { countByMonth, countByYear, neighbouringMonths } from '#features/article/archive.ts';
import { listArticles } from '#features/article/lists.ts';
import { findArticle } from '#features/article/queries.ts';
import { listCorrections } from '#features/correction/queries.ts';
import type { FeedScope } from '#features/feed/model.ts';
import { readFeed } from '#features/feed/queries.ts';
import { readFront } from '#features/front/queries.ts';
import { changedAddresses } from '#features/ping/queries-changed.ts';
import { readMostReadOfSections, readMostViewed, readSpan } from '#features/ranking/queries.ts';
import { refreshRankings } from '#features/ranking/refresh-rankings.ts';
import { readStoryLists } from '#features/recommendation/queries.ts';
import { readCoRead } from '#features/recommendation/queries-co-reads.ts';
import { findRedirect } from '#features/redirect/queries.ts';
import { readRelated } from '#features/related/queries.ts';
import { readCandidates } from '#features/related/queries-candidates.ts';
import { readAsked } from '#features/search/model-asked.ts';
import { searchArticles } from '#features/search/queries.ts';
import { readSite } from '#features/site/queries.ts';
import { divideSitemap } from '#features/sitemap/commands/divide-sitemap.ts';
import { storiesOf } from '#features/sitemap/queries.ts';
import { listNewsParts, newsOf } from '#features/sitemap/queries-news.ts';
import { listParts } from '#features/sitemap/queries-parts.ts';
import type { UserActor } from '#features/user/actor.ts';
import { readSealedDay, readVoteRecord } from '#features/vote/queries-record.ts';
import { sealVotes } from '#features/vote/seal-votes.ts';
import { monthSpan } from '#lib/months.ts';
import { mostCounted } from '#lib/most-counted.ts';
import { generateSite } from './generate-site.ts';
import { deskReadings } from './testing/desk-readings.ts';
import { type Explained, explainAll } from './testing/explained.ts';

const { owner, ownerUrl } = await testDatabase();

/** The tables that grow with the stories and with who reads and writes them. Of the others each holds dozens of rows. */
const growing = new Set([
  ...['articles', 'revisions', 'publications', 'publication_tags', 'publication_bylines', 'article_addresses'],
  ...['revision_tags', 'revision_bylines', 'related', 'tallies', 'votes', 'vote_events'],
  ...['view_totals', 'view_minutes', 'view_shares'],
  ...['vote_seals', 'vote_hours', 'co_reads', 'audit_log', 'vote_quarantines', 'media_assets'],
  ...['archive_counts', 'archive_steps', 'rankings', 'corrections', 'translations'],
]);

/** Each reading takes about as many rows among three times as many stories. */
const sizes = [1000, 2000] as const;
const ids = {
  story: '',
  section: '',
  tag: '',
  byline: '',
  topic: '',
  person: '',
  sectionSlug: '',
  slug: '',
  month: '',
  far: '',
};
const rowsAtFirst = new Map<string, number>();
/** Fewer than the stories of a month, so that there are months of several children. */
const ofAChild = 20;
let editor: UserActor;

beforeAll(async () => {
  const input = { views: 3000, votes: 500, seed: 3, now: new Date() };
  await generateSite(ownerUrl, { ...input, articles: sizes[0] }, () => undefined);
  // Small tables are read whole because that is quick: what is asked is whether it need not be.
  const name = new URL(ownerUrl).pathname.slice(1);
  await owner.unsafe(`alter database ${name} set enable_seqscan = off`);
  await owner`set enable_seqscan = off`;
  const [user] =
    await owner`insert into users (email, name, role) values ('ed@example.org', 'Ed', 'editor') returning id`;
  editor = { kind: 'user', id: user?.id, name: 'Ed', role: 'editor' };
  await choose();
  for (const [reading, read] of Object.entries(readings)) {
    rowsAtFirst.set(reading, rowsOf(await explainAll(owner, read)));
  }
  await generateSite(ownerUrl, { ...input, views: 0, seed: 4, articles: sizes[1] }, () => undefined);
  await choose();
}, 120_000);

/** What is looked for: of each kind that with the most stories, since the more of them the more there is to read. */
async function choose(): Promise<void> {
  await divideSitemap(ofAChild);
  await addUpArchives();
  await sealVotes();
  await refreshRankings();
  await owner`insert into corrections (article_id, text, created_at)
    select article_id, 'What was wrong.', now() - random() * interval '1 year' from articles_public`;
  await owner`insert into translations (article_id, set_id)
    select article_id, md5((row_number() over (order by article_id) / 2)::text)::uuid from articles_public
    on conflict do nothing`;
  await owner`vacuum analyze`;
  const [story] = await owner`
    select p.article_id, p.section_id, s.slug as section, p.slug, to_char(p.first_published_at at time zone 'UTC', 'YYYY-MM') as month
    from articles_public p join sections s on s.id = p.section_id order by p.first_published_at desc, p.article_id limit 1`;
  const [tag] = await owner`
    select tag_id, slug from publication_tags join tags on tags.id = tag_id
    group by 1, 2 order by count(*) desc, 1 limit 1`;
  const [byline] = await owner`
    select byline_id, handle from publication_bylines join bylines on bylines.id = byline_id
    group by 1, 2 order by count(*) desc, 1 limit 1`;
  Object.assign(ids, {
    story: story?.article_id,
    section: story?.section_id,
    sectionSlug: story?.section,
    slug: story?.slug,
    month: story?.month,
    tag: tag?.tag_id,
    byline: byline?.byline_id,
    topic: tag?.slug,
    person: byline?.handle,
    far: '',
  });
  for (let page = 0; page < 20; page += 1) ids.far = (await newest(ids.far)).older ?? ids.far;
}

async function article() {
  const at = await findArticle(ids.sectionSlug, ids.slug);
  if (at.found !== 'article') throw new Error(at.found);
  return at.article;
}

const newest = (before = '') => listArticles({ of: 'site' }, { size: 20, before });

const feed = (scope: FeedScope) => async () => {
  if (!(await readFeed(scope, 'atom', await readSite()))) throw new Error('There is no such feed.');
};

/** What readers ask for. */
const readers: Record<string, () => Promise<unknown>> = {
  'a story': article,
  'an address at which nothing is': () => findArticle(ids.sectionSlug, 'no-such-story'),
  'a redirect': () => findRedirect('/nowhere/at-all'),
  'the stories related to one': async () => readRelated(await article()),
  "a story's votes, counted": async () => readVoteRecord((await article()).id),
  'a sealed day of votes': async () => readSealedDay((await article()).id, new Date().toISOString().slice(0, 10)),
  'the front': readFront,
  'what is read most': readMostViewed,
  'what is read most in each section': readMostReadOfSections,
  'what is read most in a section': () => readSpan('week', ids.section),
  'the lists around a story': async () => readStoryLists(await article()),
  'what readers of a story also read': async () => readCoRead((await article()).id),
  'the newest of the site': () => newest(),
  'a page far down': () => newest(ids.far),
  'a section': () => listArticles({ of: 'sections', ids: [ids.section] }, { size: 20 }),
  'a tag': () => listArticles({ of: 'tag', id: ids.tag }, { size: 20 }),
  'an author': () => listArticles({ of: 'byline', id: ids.byline }, { size: 20 }),
  'a search': () => search({ q: 'harbour' }),
  'a search that is narrowed': () =>
    search({ q: 'harbour', section: ids.sectionSlug, tag: ids.topic, from: '2024-01-01' }),
  'the years of an archive': () => countByYear([ids.section], 'UTC'),
  'the years of an archive by other clocks': () => countByYear([ids.section], 'Asia/Kolkata'),
  'the months of an archive': () => countByMonth([ids.section], new Date().getUTCFullYear() - 1, 'UTC'),
  'the months beside one in an archive': () =>
    neighbouringMonths([ids.section], monthSpan({ year: 2024, month: 3 }, 'UTC'), 'UTC'),
  'all corrections': () => listCorrections({}),
  'the feed of the site': feed({ of: 'site' }),
  'the feed of a section': () => feed({ of: 'section', segment: ids.sectionSlug })(),
  'the feed of a tag': () => feed({ of: 'tag', segment: ids.topic })(),
  'the feed of an author': () => feed({ of: 'author', segment: ids.person })(),
  'what files the news sitemap has': () => listNewsParts(new Date()),
  'a file of the news sitemap': async () => {
    for await (const _ of newsOf(1, new Date()));
  },
  'a child of the index': async () => {
    for await (const _ of storiesOf({ month: ids.month, part: 1 }));
  },
};

const search = (query: Record<string, string>) =>
  searchArticles(readAsked(query), { language: 'en', timeZone: 'UTC', size: 20 });

const desk = deskReadings(() => ({
  editor,
  section: ids.section,
  articleId: ids.story,
  tag: ids.tag,
  byline: ids.byline,
}));

const worker: typeof readers = {
  'where search engines see a change of a story': () => changedAddresses('indexNow', ids.story),
  'in which feeds a change of a story is seen': () => changedAddresses('webSub', ids.story),
  'what a story may be related to': () => readCandidates(database(), ids.story),
};

const readings = { ...readers, ...desk, ...worker };
const rowsOf = (explained: readonly Explained[]) => explained.reduce((sum, { rowsRead }) => sum + rowsRead, 0);

/** Fifty lines and one to know that more follow, and in each up to so many stories, of each of which four rows are read. */
const ofCountedLines = 51 * (mostCounted * 4 + 4);
/** The most rows of what fills up at first: lines that count so far and no further, the months of some years. */
const most: Record<string, number> = {
  'tags at the desk': ofCountedLines,
  'tags at the desk after one': ofCountedLines,
  'tags at the desk by words': ofCountedLines,
  'bylines at the desk': ofCountedLines,
  'bylines at the desk after one': ofCountedLines,
  'sections at the desk': 40 * mostCounted,
  // The index by time finds votes by the ten thousand: a small ledger's history is read whole, twice.
  'what was read: now': 3000,
  'what was read: day': 4000,
  // Of three times as many stories three times as many are news, up to a file's thousand, of each of which five rows are read.
  'a file of the news sitemap': 300,
  'the years of an archive': 400,
  'the years of an archive by other clocks': 400,
};

describe.each(Object.entries(readings))('%s', (reading, read) => {
  test('is found by an index, and takes no more rows where there are three times as many stories', async () => {
    const explained = await explainAll(owner, read);
    expect(explained.length).toBeGreaterThan(0);
    for (const { statement, readWhole } of explained) {
      const whole = readWhole.filter((table) => growing.has(table));
      expect({ statement, whole }).toEqual({ statement, whole: [] });
    }
    const bound = most[reading] ?? Math.ceil((rowsAtFirst.get(reading) ?? 0) * 1.3) + 60;
    expect(rowsOf(explained)).toBeLessThanOrEqual(bound);
  });
});

test('the index of the sitemaps takes a few rows a child, however many stories the child has', async () => {
  await divideSitemap(sizes[0]);
  const children = await listParts();
  const explained = await explainAll(owner, listParts);
  for (const { readWhole } of explained) expect(readWhole.filter((table) => growing.has(table))).toEqual([]);
  expect(children.length).toBeLessThan((sizes[0] + sizes[1]) / 20);
  expect(rowsOf(explained)).toBeLessThanOrEqual(children.length * 12);
});

test('the counts of an archive read of the seconds those between the clocks, however many there are', async () => {
  await owner`insert into archive_counts (section_id, unit, since, stories)
    select ${ids.section}, 'second', since, 1
    from generate_series(timestamptz '2023-01-01 06:00Z', '2023-01-01 09:00Z', interval '1 second') as since`;
  await owner`vacuum analyze archive_counts`;
  for (const zone of ['UTC', 'Asia/Kolkata']) {
    const explained = await explainAll(owner, () => countByYear([ids.section], zone));
    expect(rowsOf(explained)).toBeLessThanOrEqual(400);
  }
});
