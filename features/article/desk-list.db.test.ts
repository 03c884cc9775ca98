import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { saveDraft } from '#features/draft/commands/save-draft.ts';
import { draftContent } from '#features/draft/schema.ts';
import type { UserActor } from '#features/user/actor.ts';
import { archiveArticle } from './commands/archive-article.ts';
import { createStub } from './commands/create-stub.ts';
import { embargoArticle } from './commands/embargo-article.ts';
import { killArticle } from './commands/kill-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { submitArticle } from './commands/submit-article.ts';
import { listForDesk } from './queries-desk-list.ts';
import { type DeskListQuery, deskListQuery } from './schema-desk-list.ts';
import { paragraph, sampleArticle, sampleSection, tester } from './testing/sample-article.ts';

const { owner, ownerUrl } = await testDatabase();
const database = new URL(ownerUrl).pathname.slice(1);
const people: Record<string, UserActor> = {};
const section: Record<string, string> = {};
const story: Record<string, string> = {};

async function person(name: string, role: UserActor['role']): Promise<UserActor> {
  const [row] = await owner`insert into users (email, name, role)
    values (${`${name}@example.org`}, ${name}, ${role}) returning id`;
  return { kind: 'user', id: row?.id, name, role };
}

beforeAll(async () => {
  people.ed = await person('Ed', 'editor');
  people.con = await person('Con', 'contributor');
  section.world = await sampleSection('world');
  section.sport = await sampleSection('sport');
  const { bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann Other' });
  const write = async (name: string, headline: string, sectionId = section.world, by = people.ed) => {
    const { articleId } = await sampleArticle({ sectionId: sectionId as string, headline, bylineIds: [bylineId] }, by);
    story[name] = articleId;
    return articleId;
  };
  const later = new Date(Date.now() + 3_600_000);
  await write('draft', 'A draft about grain');
  await write('own', "A contributor's budget", section.sport, people.con);
  await submitArticle(tester, { articleId: await write('review', 'Grain under review') });
  await publishArticle(tester, {
    articleId: await write('published', 'Grain ships sail'),
    firstPublishedAt: new Date(0),
  });
  await publishArticle(tester, { articleId: await write('scheduled', 'Planned for later'), at: later });
  const embargoed = await write('embargoed', 'Not to be seen before');
  await publishArticle(tester, { articleId: embargoed });
  await embargoArticle(tester, { articleId: embargoed, until: later });
  await publishArticle(tester, { articleId: await write('held', 'Held until its hour'), embargoUntil: later });
  const archived = await write('archived', 'Long ago');
  await publishArticle(tester, { articleId: archived });
  await archiveArticle(tester, { articleId: archived });
  const killed = await write('killed', 'Never more');
  await publishArticle(tester, { articleId: killed });
  await killArticle(tester, { articleId: killed });
  const stub = { headline: 'Seen elsewhere', sectionId: section.world, importKey: 'seen' };
  story.stub = (await createStub(tester, stub))?.articleId ?? '';
});

const ask = (query: Partial<DeskListQuery> = {}, size?: number, actor = people.ed) =>
  listForDesk(actor as UserActor, { ...deskListQuery.parse({}), ...query }, size);
const idsOf = async (query: Partial<DeskListQuery>) => (await ask(query)).rows.map(({ id }) => id);

describe('the list of stories at the desk', () => {
  test('holds every story but stubs, last changed first, page by page and back again', async () => {
    const all = await idsOf({});
    const { stub: _stub, ...written } = story;
    expect(new Set(all)).toEqual(new Set(Object.values(written)));
    const first = await ask({}, 3);
    expect(first.newer).toBeNull();
    const second = await ask({ before: first.older ?? '' }, 3);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.slice(0, 6));
    const back = await ask({ after: second.newer ?? '' }, 3);
    expect(back.rows.map(({ id }) => id)).toEqual(all.slice(0, 3));
  });

  test.each(['draft', 'scheduled', 'embargoed', 'published', 'archived', 'killed', 'stub'] as const)(
    'narrowed to %s holds those that stand so by the clock',
    async (state) => {
      const { rows } = await ask({ state });
      const pairs: Record<string, string[]> = { draft: ['own', 'draft'], embargoed: ['held', 'embargoed'] };
      const expected = (pairs[state] ?? [state]).map((name) => story[name]);
      expect(rows.map(({ id }) => id)).toEqual(expected);
      expect(rows.every(({ standing }) => standing === state)).toBe(true);
    },
  );

  test('is narrowed to a section, to the own stories, and to both at once', async () => {
    expect(await idsOf({ section: section.sport as string })).toEqual([story.own]);
    expect((await ask({ whose: 'mine' }, 50, people.con)).rows.map(({ id }) => id)).toEqual([story.own]);
    expect((await ask({ whose: 'mine', section: section.world as string }, 50, people.con)).rows).toEqual([]);
    expect(await idsOf({ section: section.world as string, state: 'in_review' })).toEqual([story.review]);
  });

  test.each([
    ['grain', ['published', 'review', 'draft']],
    ['GRA dra', ['draft']],
    ["contributor's", ['own']],
    ['grain nothing', []],
    ['!!', []],
    ["'); drop table articles; --", []],
    ['\\', []],
  ])('finds by the beginnings of words: %s', async (q, names) => {
    expect((await idsOf({ q })).sort()).toEqual(names.map((name) => story[name]).sort());
  });

  test('says when readers saw a story first, or will, and nothing of one that waits for nobody', async () => {
    const rows = new Map((await ask()).rows.map(({ id, publicFrom }) => [id, publicFrom?.getTime() ?? null]));
    const soon = expect.closeTo(Date.now() + 3_600_000, -5);
    expect(rows.get(story.published ?? '')).toBe(0);
    expect(rows.get(story.scheduled ?? '')).toEqual(soon);
    expect(rows.get(story.embargoed ?? '')).toEqual(soon);
    expect(rows.get(story.draft ?? '')).toBeNull();
    expect(rows.get(story.killed ?? '')).toBeNull();
  });

  test('says where a story is read, who is credited, and who may write in it', async () => {
    const { rows } = await ask({ state: 'published' }, 50, people.con);
    expect(rows[0]).toMatchObject({ href: '/world/grain-ships-sail', writers: 'Ann Other', section: 'World' });
    expect(rows[0]?.editable).toBe(false);
    expect((await ask({ whose: 'mine' }, 50, people.con)).rows[0]?.editable).toBe(true);
    expect((await ask({ state: 'draft' })).rows.every(({ href }) => href === null)).toBe(true);
  });
});

test('words under way are what a story is listed, found and marked by', async () => {
  const sectionId = section.world as string;
  const { articleId } = await sampleArticle({ sectionId, headline: 'As it was' }, people.ed);
  await publishArticle(tester, { articleId });
  const row = async () => (await ask({})).rows.find(({ id }) => id === articleId);
  expect(await row()).toMatchObject({ headline: 'As it was', newerWords: false });
  const content = draftContent.parse({ headline: 'As it will be', sectionId: section.sport, body: paragraph('New.') });
  const save = { articleId, baseVersion: 0, saveId: crypto.randomUUID(), content };
  await saveDraft(people.ed as UserActor, save);
  expect(await row()).toMatchObject({
    headline: 'As it will be',
    section: 'Sport',
    newerWords: true,
    standing: 'published',
  });
  expect(await idsOf({ q: 'will' })).toEqual([articleId]);
  expect(await idsOf({ q: 'was' })).toEqual([]);
  const gone = { ...content, sectionId: crypto.randomUUID() };
  await saveDraft(people.ed as UserActor, { ...save, baseVersion: 1, saveId: crypto.randomUUID(), content: gone });
  expect(await row()).toMatchObject({ section: null });
});

test('whoever has a story open is named, until a minute after the last sign of life', async () => {
  const articleId = story.draft as string;
  const open = (seconds: number, who = people.con) => owner`insert into article_editors (article_id, user_id, seen_at)
    values (${articleId}, ${who?.id ?? ''}, now() - make_interval(secs => ${seconds}))
    on conflict (article_id, user_id) do update set seen_at = excluded.seen_at`;
  const here = async () => (await ask({ state: 'draft', q: 'draft' })).rows[0]?.editors.map(({ name }) => name);
  await open(5);
  await open(5, people.ed);
  expect(await here(), 'but not to themselves').toEqual(['Con']);
  await open(90);
  expect(await here()).toEqual([]);
});

describe('with a million stories in mind', () => {
  const scansOf = async (index: string) => {
    const [row] = await owner`select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = ${index}`;
    return row?.scans;
  };
  const forbid = async (...ways: string[]) => {
    await owner.unsafe(`alter database ${database} reset all`);
    for (const way of ways) await owner.unsafe(`alter database ${database} set ${way} = off`);
    await closeDatabase();
  };
  beforeEach(() => forbid());

  test.each<[string, () => Partial<DeskListQuery>, string]>([
    ['no filter', () => ({}), 'articles_written'],
    ['a state', () => ({ state: 'draft' }), 'articles_state'],
    ['a section', () => ({ section: section.world as string }), 'articles_section'],
    ['a section and a state', () => ({ section: section.world as string, state: 'killed' }), 'articles_section_state'],
    ['the own stories', () => ({ whose: 'mine' }), 'articles_mine'],
    ['what waits for its time', () => ({ state: 'scheduled' }), 'publications_from'],
    ['what is under embargo', () => ({ state: 'embargoed' }), 'publications_embargo'],
  ])('a page of %s is read through the index made for it', async (_name, query, index) => {
    // So few rows are read faster in other ways: without those, it shows whether the query allows the way for many.
    const ordered = index.startsWith('articles') ? ['enable_sort'] : [];
    await forbid('enable_seqscan', 'enable_bitmapscan', ...ordered);
    const before = await scansOf(index);
    await ask(query(), 4);
    await closeDatabase();
    await vi.waitFor(async () => expect(await scansOf(index)).toBeGreaterThan(before), 5000);
  });

  test('rare words are found in the index of headlines', async () => {
    await forbid('enable_seqscan', 'enable_indexscan');
    const before = await scansOf('articles_headline');
    await ask({ q: 'grain' }, 4);
    await closeDatabase();
    await vi.waitFor(async () => expect(await scansOf('articles_headline')).toBeGreaterThan(before), 5000);
  });
});
