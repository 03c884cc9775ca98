import { XMLParser } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { divideSitemap } from '#features/sitemap/commands/divide-sitemap.ts';
import { storiesOf } from '#features/sitemap/queries.ts';
import { listNewsParts, newsOf } from '#features/sitemap/queries-news.ts';
import { listParts } from '#features/sitemap/queries-parts.ts';
import { respondWithChild, respondWithIndex, respondWithNews } from '#features/sitemap/respond.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { amendEnvironment } from '#lib/env.ts';
import { withTrace } from '#lib/trace.ts';

const { owner } = await testDatabase();
amendEnvironment({ SITE_URL: 'https://news.example' });
let world = '';

beforeAll(async () => {
  world = await sampleSection('世界');
});

/** A story that was published elsewhere first, on this day. */
async function published(headline: string, day: string | null, when: object = {}): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId: world, headline });
  await publishArticle(tester, { articleId, ...(day && { firstPublishedAt: new Date(day) }), ...when });
  return articleId;
}

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name), parseTagValue: false });

async function read(respond: () => Promise<Response>) {
  const { value: response, trace } = await withTrace(respond);
  const text = await response.text();
  const parsed = response.ok ? parser.parse(text) : {};
  const entries = parsed.urlset?.url ?? parsed.sitemapindex?.sitemap ?? [];
  const places: string[] = entries.map(({ loc }: { loc: string }) => decodeURIComponent(loc).replace(/^.*[/]/, ''));
  return { response, trace, text, entries, places };
}

const month = (file: string) => read(() => respondWithChild(file));

test('a child has the stories first published in its month of UTC, by date', async () => {
  await published('Last of March', '2025-04-01T01:59:59+02:00');
  await published('First of April', '2025-04-01T00:00:00Z');
  await published('Last of April', '2025-04-30T23:59:59.999Z');
  await published('First of May', '2025-05-01T00:00:00Z');
  expect((await month('2025-04.xml')).places).toEqual(['first-of-april', 'last-of-april']);
  const { places, entries } = await read(respondWithIndex);
  expect(places).toEqual(['sections.xml', '2025-03.xml', '2025-04.xml', '2025-05.xml']);
  expect(entries[2].loc).toBe('https://news.example/sitemaps/2025-04.xml');
  expect(Date.now() - Date.parse(entries[2].lastmod)).toBeLessThan(60_000);
});

test('a story that search engines are to look for elsewhere, or not at all, is in no sitemap', async () => {
  const wire = { sectionId: world, sourceUrl: 'https://wire.example/story' };
  for (const canonical of ['self', 'source', 'noindex'] as const) {
    const { articleId } = await sampleArticle({ ...wire, headline: `Wire ${canonical}`, canonical });
    await publishArticle(tester, { articleId, firstPublishedAt: new Date('2019-04-01T00:00:00Z') });
  }
  const { articleId } = await sampleArticle({ ...wire, headline: 'Alone in its month', canonical: 'source' });
  await publishArticle(tester, { articleId, firstPublishedAt: new Date('2019-06-01T00:00:00Z') });
  const { articleId: now } = await sampleArticle({ ...wire, headline: 'Not news here', canonical: 'noindex' });
  await publishArticle(tester, { articleId: now });
  expect((await month('2019-04.xml')).places).toEqual(['wire-self']);
  const { places } = await read(respondWithIndex);
  expect(places).toContain('2019-04.xml');
  expect(places).not.toContain('2019-06.xml');
  const parts = await listNewsParts(new Date());
  for (const { part } of parts) {
    for await (const { headline } of newsOf(part, new Date())) expect(headline).not.toBe('Not news here');
  }
  await unpublishArticle(tester, { articleId: now });
});

test('a story is dated as its readers see it: when it was published, or last changed in substance', async () => {
  const { articleId, version } = await sampleArticle({ sectionId: world, headline: 'Dated' });
  await publishArticle(tester, { articleId, firstPublishedAt: new Date('2024-01-05T12:00:00Z') });
  const content = { sectionId: world, headline: 'Dated', body: paragraph('Anew.'), slug: 'dated' };
  await saveRevision(tester, { articleId, version: version + 1, content });
  await publishArticle(tester, { articleId, substantive: false });
  expect((await month('2024-01.xml')).entries).toEqual([
    { loc: 'https://news.example/%E4%B8%96%E7%95%8C/dated', lastmod: '2024-01-05T12:00:00.000Z' },
  ]);
  await publishArticle(tester, { articleId, substantive: true });
  const [entry] = (await month('2024-01.xml')).entries;
  expect(Date.now() - Date.parse(entry.lastmod)).toBeLessThan(60_000);
});

test('archived stories stay; what is killed, withdrawn, under embargo or to come is not there', async () => {
  const day = '2022-06-06T00:00:00Z';
  const later = new Date(Date.now() + 3_600_000);
  const archived = await published('Archived', day);
  const killed = await published('Killed', day);
  const withdrawn = await published('Withdrawn', day);
  await published('Embargoed', day, { embargoUntil: later });
  await published('Scheduled', day, { at: later });
  const before = await month('2022-06.xml');
  expect(before.places.sort()).toEqual(['archived', 'killed', 'withdrawn']);
  expect(before.trace.tags).toContain(cacheTags.article(killed));
  await archiveArticle(tester, { articleId: archived });
  await killArticle(tester, { articleId: killed });
  await unpublishArticle(tester, { articleId: withdrawn });
  const { places, trace } = await month('2022-06.xml');
  expect(places).toEqual(['archived']);
  expect(trace.tags).toContain(cacheTags.latest);
  expect(trace.validUntil).toBe(later.getTime());
});

test('a list may not be shown any more once one of its stories is to leave', async () => {
  const until = new Date(Date.now() + 7_200_000);
  await published('Leaving', '2021-02-03T00:00:00Z', { until });
  expect((await month('2021-02.xml')).trace.servableUntil).toBe(until.getTime());
});

test.each(['2019-01.xml', '2025-04-2.xml', 'nonsense.xml', '2025-04'])('there is no child %s', async (file) => {
  const { response, trace, text } = await month(file);
  expect([response.status, trace.outcome, text]).toEqual([404, 404, 'There is no such sitemap.\n']);
});

test('the front, the corrections and the sections have a child of their own', async () => {
  const { entries } = await month('sections.xml');
  expect(entries).toEqual([
    { loc: 'https://news.example/' },
    { loc: 'https://news.example/corrections' },
    { loc: 'https://news.example/%E4%B8%96%E7%95%8C' },
  ]);
});

test('the news sitemap has the stories of the last two days and holds until the first of them is too old', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const oldest = hoursAgo(47);
  await published('Yesterday', oldest);
  await published('Three days ago', hoursAgo(72));
  await published(`The 2-way star: "I'm 'ready'" - part 1 & <2>`, hoursAgo(0.1));
  const { entries, trace } = await read(respondWithNews);
  expect(entries.map((entry: { 'news:news': object }) => entry['news:news'])).toEqual([
    {
      'news:publication': { 'news:name': 'Broadsheet', 'news:language': 'en' },
      'news:publication_date': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      'news:title': `The 2-way star: "I'm 'ready'" - part 1 & <2>`,
    },
    expect.objectContaining({ 'news:title': 'Yesterday', 'news:publication_date': oldest }),
  ]);
  // A story that is to be published within the hour ends it sooner.
  expect(trace.validUntil).toBeLessThanOrEqual(Date.parse(oldest) + 2 * 24 * 3_600_000);
});

test('a crowded month goes on in further parts, each story in exactly one', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names) await published(name, '2020-02-02T00:00:00Z');
  await divideSitemap(2);
  const parts = (await listParts()).filter((part) => part.month === '2020-02');
  expect(parts.map(({ part }) => part)).toEqual([1, 2, 3]);
  const slices: string[][] = [];
  for (const part of parts) {
    const slice: string[] = [];
    for await (const { headline } of storiesOf(part)) slice.push(headline);
    slices.push(slice);
  }
  expect(slices.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(slices.flat().sort()).toEqual(names);
});

test('a month that has grown past what a sitemap may hold since it was divided is cut off there', async () => {
  for (const name of ['a', 'b', 'c']) await published(`Grown ${name}`, '2017-02-02T00:00:00Z');
  let count = 0;
  for await (const _ of storiesOf({ month: '2017-02', part: 1 }, 2)) count += 1;
  expect(count).toBe(2);
});

test('a child of more than one batch has every story once, in order', async () => {
  await manyStories(4500);
  const { places } = await month('2018-08.xml');
  expect(places).toHaveLength(4500);
  expect(new Set(places).size).toBe(4500);
});

/** Stories on the same few moments, put in by SQL for speed. */
async function manyStories(number: number): Promise<void> {
  await owner`
    with template as (
      select revisions.* from revisions join articles on articles.id = article_id order by revisions.created_at limit 1
    ), made as (
      insert into articles (state) select 'published' from generate_series(1, ${number}::int) returning id
    ), numbered as (
      select id, row_number() over (order by id) as number from made
    ), written as (
      insert into revisions
        (article_id, number, section_id, slug, headline, body, body_text, body_html, renderer_version, word_count)
      select numbered.id, 1, section_id, 'many-' || numbered.number, 'Many', body, '', '', renderer_version, 0
      from numbered, template returning id, article_id, section_id, slug
    )
    insert into publications (article_id, revision_id, section_id, slug, effective_from, first_published_at)
    select article_id, id, section_id, slug, now() - interval '1 minute',
      timestamptz '2018-08-02' + substr(slug, 6)::int / 1000 * interval '1 microsecond'
    from written`;
}

test('a story whose date is only that of copying is no news', async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await published('Dated yesterday', yesterday);
  await published('Copied yesterday', yesterday, { dateIs: 'copied' });
  const { places } = await read(respondWithNews);
  expect(places).toContain('dated-yesterday');
  expect(places).not.toContain('copied-yesterday');
});

test('news past what one file holds goes on in further ones under an index, each story in one, newest first', async () => {
  const now = new Date();
  const whole = (await read(respondWithNews)).places;
  expect(whole.length).toBeGreaterThan(2);
  const split = await read(() => respondWithNews(now, 2));
  const children = Array.from({ length: Math.ceil(whole.length / 2) }, (_, index) => `news-${index + 1}.xml`);
  expect(split.places).toEqual(children);
  expect(split.entries[0].loc).toBe('https://news.example/sitemaps/news-1.xml');
  for (const { lastmod } of split.entries) expect(now.getTime() - Date.parse(lastmod)).toBeLessThan(60_000);
  const stories: string[] = [];
  for (const { part } of await listNewsParts(now, 2)) {
    for await (const { href } of newsOf(part, now, 2)) stories.push(decodeURIComponent(href).replace(/^.*[/]/, ''));
  }
  expect(stories).toEqual(whole);
  expect(split.trace.tags).toContain(cacheTags.latest);
  expect(split.trace.validUntil).toBeLessThanOrEqual(now.getTime() + 2 * 86_400_000);
});

test('a child of the news sitemap is written as the whole would be, and holds until its own last story is too old', async () => {
  const { entries, places, trace } = await read(() => respondWithChild('news-1.xml'));
  expect(places).toEqual((await read(respondWithNews)).places);
  const oldest = entries.at(-1)['news:news']['news:publication_date'];
  expect(trace.validUntil).toBeLessThanOrEqual(Date.parse(oldest) + 2 * 86_400_000);
});

test.each(['news-2.xml', 'news-0.xml', 'news-.xml', 'news.xml'])('there is no child %s of the news', async (file) => {
  const { response, trace } = await month(file);
  expect([response.status, trace.outcome]).toEqual([404, 404]);
});
