import { XMLParser } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import type { FeedScope } from '#features/feed/model.ts';
import { respondWithFeed } from '#features/feed/respond.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { amendEnvironment } from '#lib/env.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { withTrace } from '#lib/trace.ts';

const { owner } = await testDatabase();
amendEnvironment({ SITE_URL: 'https://news.example' });

const headline = `Travis Hunter, the 2-way star: "I'm 'ready'" - part 1 & <2>`;
const tag = { slug: 'thể-thao', name: 'Sport & <more>' };
const person = { handle: 'kim', name: 'Kim Min-ji' };
let world = '';
let asia = '';
let sport = '';
let kim = '';

beforeAll(async () => {
  world = await sampleSection('world');
  asia = await sampleSection('asia', world);
  await sampleSection('empty');
  sport = (await createTag(tester, tag)).tagId;
  kim = (await createByline(tester, person)).bylineId;
});

async function published(content: Partial<Parameters<typeof sampleArticle>[0]>, when: object = {}): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId: asia, ...content });
  await publishArticle(tester, { articleId, ...when });
  return articleId;
}

const parser = new XMLParser({ isArray: (name) => ['item', 'category'].includes(name), parseTagValue: false });

async function read(scope: FeedScope) {
  const { value, trace } = await withTrace(() => respondWithFeed(scope, 'rss'));
  const text = await value.text();
  const channel = value.ok ? parser.parse(text).rss.channel : {};
  const titles: string[] = (channel.item ?? []).map(({ title }: { title: string }) => title);
  return { response: value, text, trace, channel, titles };
}

test('a story is at once in the feeds of the site, its section, the sections above, its tags and its people', async () => {
  const articleId = await published({ headline, tagIds: [sport], bylineIds: [kim] });
  const scopes: FeedScope[] = [
    { of: 'site' },
    { of: 'section', segment: 'asia' },
    { of: 'section', segment: 'world' },
    { of: 'tag', segment: encodeURIComponent(tag.slug) },
    { of: 'author', segment: 'kim' },
  ];
  for (const scope of scopes) {
    const { titles, trace, response } = await read(scope);
    expect(titles).toContain(headline);
    expect(trace.tags).toContain(cacheTags.article(articleId));
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
  }
  expect((await read({ of: 'section', segment: 'empty' })).titles).toEqual([]);
});

test('an item has the whole text, its people and topics, and links that begin with the address of the site', async () => {
  const body = paragraph('Whole <text>.');
  await published({ headline: 'Whole', body, tagIds: [sport], bylineIds: [kim], datelinePlace: 'SEOUL' });
  const { channel } = await read({ of: 'tag', segment: encodeURIComponent(tag.slug) });
  expect(channel.title).toBe('Sport & <more> – Broadsheet');
  expect(channel.link).toBe('https://news.example/tag/th%E1%BB%83-thao');
  expect(channel.item.find(({ title }: { title: string }) => title === 'Whole')).toMatchObject({
    link: 'https://news.example/asia/whole',
    'dc:creator': 'Kim Min-ji',
    category: ['Asia', 'Sport & <more>'],
    'content:encoded': '<p>SEOUL — Whole &lt;text&gt;.</p>',
  });
});

test('a copy that was published elsewhere keeps its first date, and a correction does not make it newer', async () => {
  const firstPublishedAt = new Date('2023-10-01T06:00:00Z');
  const { articleId, version } = await sampleArticle({ sectionId: asia, headline: 'Old', tagIds: [sport] });
  await publishArticle(tester, { articleId, firstPublishedAt });
  const content = { sectionId: asia, headline: 'Old, corrected', tagIds: [sport], body: paragraph('Anew.') };
  await saveRevision(tester, { articleId, version: version + 1, content });
  await publishArticle(tester, { articleId, substantive: false });
  const { channel, titles } = await read({ of: 'tag', segment: encodeURIComponent(tag.slug) });
  expect(titles.at(-1)).toBe('Old, corrected');
  expect(channel.item.at(-1)).toMatchObject({
    pubDate: 'Sun, 01 Oct 2023 06:00:00 GMT',
    'atom:updated': '2023-10-01T06:00:00.000Z',
    guid: `urn:uuid:${articleId}`,
  });
});

test('a copied story has no date of publication in any feed', async () => {
  const { articleId } = await sampleArticle({ sectionId: asia, headline: 'Copied', tagIds: [sport] });
  const firstPublishedAt = new Date('2023-11-01T06:00:00Z');
  await publishArticle(tester, { articleId, firstPublishedAt, dateIs: 'copied' });
  const { channel } = await read({ of: 'tag', segment: encodeURIComponent(tag.slug) });
  const item = channel.item.find(({ title }: { title: string }) => title === 'Copied');
  expect(item).not.toHaveProperty('pubDate');
  const scope = { of: 'tag', segment: encodeURIComponent(tag.slug) } as const;
  for (const format of ['atom', 'json'] as const) {
    const text = await (await respondWithFeed(scope, format)).text();
    expect(text).not.toMatch(/published"?[>:] ?"?2023-11-01/);
  }
});

test('what is not public is in no feed', async () => {
  const killed = await published({ headline: 'Killed' });
  const withdrawn = await published({ headline: 'Withdrawn' });
  const archived = await published({ headline: 'Archived' });
  const later = new Date(Date.now() + 3_600_000);
  await published({ headline: 'Scheduled' }, { at: later });
  await published({ headline: 'Embargoed' }, { embargoUntil: later });
  await sampleArticle({ sectionId: asia, headline: 'Draft' });
  expect((await read({ of: 'site' })).titles).toEqual(expect.arrayContaining(['Killed', 'Withdrawn', 'Archived']));
  await killArticle(tester, { articleId: killed });
  await unpublishArticle(tester, { articleId: withdrawn });
  await archiveArticle(tester, { articleId: archived });
  const { titles, trace } = await read({ of: 'site' });
  expect(titles).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/Killed|Withdrawn|Scheduled|Embargoed|Draft/)]),
  );
  expect(trace.validUntil).toBe(later.getTime());
});

test('the newest thirty are in a feed, the newest first', async () => {
  for (let number = 1; number <= 31; number += 1) await published({ headline: `Story ${number}` });
  const { titles } = await read({ of: 'site' });
  expect(titles).toHaveLength(30);
  expect(titles.slice(0, 2)).toEqual(['Story 31', 'Story 30']);
});

test.each<FeedScope>([
  { of: 'section', segment: 'nowhere' },
  { of: 'tag', segment: 'nothing' },
  { of: 'author', segment: 'nobody' },
  { of: 'section', segment: '%FF' },
])('there is no feed of a $of that there is not', async (scope) => {
  const { response, text, trace } = await read(scope);
  expect([response.status, trace.outcome, text]).toEqual([404, 404, 'There is no such feed here.\n']);
});

test('the other formats have the same stories under their own types', async () => {
  const atom = await respondWithFeed({ of: 'site' }, 'atom');
  expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(await atom.text()).toContain('<title>Story 31</title>');
  const json = await respondWithFeed({ of: 'site' }, 'json');
  expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  expect((await json.json()).items[0].title).toBe('Story 31');
});

/** The stories of which the Atom feed of a list says that they are no more. */
async function tombstonesIn(scope: FeedScope) {
  const { value, trace } = await withTrace(() => respondWithFeed(scope, 'atom'));
  const found = [...(await value.text()).matchAll(/<at:deleted-entry ref="urn:uuid:([^"]+)" when="([^"]+)"\/>/g)];
  return { refs: found.map(([, ref = '']) => ref), when: found.map(([, , when = '']) => Date.parse(when)), trace };
}

test('Atom tells of a kill in every feed in which the story stood, for a month', async () => {
  const content = { headline: 'To be killed', tagIds: [sport], bylineIds: [kim] };
  const articleId = await published(content);
  const scopes: FeedScope[] = [
    { of: 'site' },
    { of: 'section', segment: 'asia' },
    { of: 'section', segment: 'world' },
    { of: 'tag', segment: encodeURIComponent(tag.slug) },
    { of: 'author', segment: 'kim' },
  ];
  for (const scope of scopes) expect((await tombstonesIn(scope)).refs).not.toContain(articleId);
  await killArticle(tester, { articleId });
  for (const scope of scopes) {
    const { refs, when, trace } = await tombstonesIn(scope);
    expect(refs[0]).toBe(articleId);
    expect(Date.now() - (when[0] ?? 0)).toBeLessThan(60_000);
    expect(trace.lastModified).toBeGreaterThanOrEqual(when[0] ?? 0);
  }
  expect((await tombstonesIn({ of: 'section', segment: 'empty' })).refs).toEqual([]);
  expect((await read({ of: 'site' })).text).not.toContain(articleId);
  await owner`update articles set changed_at = now() - interval '31 days' where id = ${articleId}`;
  expect((await tombstonesIn({ of: 'site' })).refs).not.toContain(articleId);
});

test('a feed that tells of a kill is made anew when the month is over', async () => {
  const articleId = await published({ headline: 'Killed long ago', sectionId: await sampleSection('graves') });
  await killArticle(tester, { articleId });
  await owner`update articles set changed_at = now() - interval '29 days 23 hours 59 minutes' where id = ${articleId}`;
  const { refs, trace } = await tombstonesIn({ of: 'section', segment: 'graves' });
  expect(refs).toEqual([articleId]);
  expect(trace.validUntil - Date.now()).toBeLessThan(60_000);
});

test('no feed tells of a kill of what no reader saw, or what an embargo hid until then', async () => {
  const later = new Date(Date.now() + 3_600_000);
  const scheduled = await published({ headline: 'Never shown' }, { at: later });
  const embargoed = await published({ headline: 'Never freed' }, { embargoUntil: later });
  await embargoArticle(tester, { articleId: embargoed, until: new Date(later.getTime() + 1000) });
  const { articleId: draft } = await sampleArticle({ sectionId: asia, headline: 'Never published' });
  for (const articleId of [scheduled, embargoed, draft]) await killArticle(tester, { articleId });
  expect((await tombstonesIn({ of: 'site' })).refs).not.toEqual(
    expect.arrayContaining([expect.stringMatching(`${scheduled}|${embargoed}|${draft}`)]),
  );
});

test('what readers saw before an embargo is told to be gone once it is killed under it, and not before', async () => {
  const until = new Date(Date.now() + 3_600_000);
  const articleId = await published({ headline: 'Seen, held, killed' });
  await embargoArticle(tester, { articleId, until });
  await embargoArticle(tester, { articleId, until: new Date(until.getTime() + 1000) });
  expect((await tombstonesIn({ of: 'site' })).refs).not.toContain(articleId);
  await killArticle(tester, { articleId });
  expect((await tombstonesIn({ of: 'site' })).refs).toContain(articleId);
});

test('a kill purges the feeds of the section that the story had left before', async () => {
  const purged = new Set<string>();
  const stop = onLocalPurge(({ tags }) => {
    for (const name of tags) purged.add(name);
  });
  const articleId = await published({ headline: 'Withdrawn, then killed', tagIds: [sport] });
  await unpublishArticle(tester, { articleId });
  purged.clear();
  await killArticle(tester, { articleId });
  stop();
  expect([...purged]).toEqual(expect.arrayContaining([cacheTags.section(asia), cacheTags.tag(sport)]));
});

test('feeds carry summaries where the site wants that', async () => {
  await published({ headline: 'Short', standfirst: 'In a line.', body: paragraph('The whole text.') });
  await changeSettings(tester, { feedText: 'summary' });
  for (const format of ['rss', 'atom', 'json'] as const) {
    const { value, trace } = await withTrace(() => respondWithFeed({ of: 'site' }, format));
    const text = await value.text();
    expect(text).toContain('In a line.');
    expect(text).not.toContain('The whole text.');
    expect(trace.tags).toContain(cacheTags.settings);
  }
  await changeSettings(tester, { feedText: 'whole' });
  expect((await read({ of: 'site' })).text).toContain('The whole text.');
});

test('a feed says in its headers too where the hub is, and under which name it hands the feed on', async () => {
  const links = async (scope: FeedScope, format: 'rss' | 'atom' | 'json') =>
    (await respondWithFeed(scope, format)).headers.get('link');
  expect(await links({ of: 'site' }, 'rss')).toBeNull();
  await changeSettings(tester, { webSubHub: 'https://hub.example/' });
  expect(await links({ of: 'site' }, 'rss')).toBe(
    '<https://hub.example/>; rel="hub", <https://news.example/feed.xml>; rel="self"',
  );
  expect(await links({ of: 'tag', segment: encodeURIComponent(tag.slug) }, 'json')).toBe(
    '<https://hub.example/>; rel="hub", <https://news.example/tag/th%E1%BB%83-thao/feed.json>; rel="self"',
  );
  await changeSettings(tester, { webSubHub: '' });
});
