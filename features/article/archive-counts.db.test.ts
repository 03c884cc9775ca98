import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { type CivilMonth, monthOf } from '#lib/months.ts';
import { addUpArchives } from './add-up-archives.ts';
import { countFromMonths } from './archive-counts.ts';
import { sampleArticle, sampleSection } from './testing/sample-article.ts';

const { owner, ownerUrl } = await testDatabase();
/** Several people at once. */
const crowd = postgres(ownerUrl, { max: 8, onnotice: () => undefined });
afterAll(() => crowd.end());
const sections: string[] = [];

beforeAll(async () => {
  for (const slug of ['world', 'asia']) sections.push(await sampleSection(slug));
  await sampleArticle({ sectionId: sections[0] as string });
});

/** Those of zones that begin their months before and after UTC, at a half hour too, and at odd seconds. */
const zones = ['UTC', 'Pacific/Kiritimati', '-12:00', 'Asia/Kolkata', 'America/New_York', '+00:19'] as const;

/** Hours from now, none of them now; null for never. */
const hours = fc.integer({ min: -3, max: 3 }).filter((hour) => hour !== 0);
const states = fc.constantFrom('published', 'published', 'archived', 'killed', 'draft');
const someStories = fc.array(
  fc.record({
    section: fc.integer({ min: 0, max: 1 }),
    // At the edges of months in UTC and in the zones, and in the middle of one.
    first: fc.constantFrom(
      ...['2016-01-31 23:59:59.999999Z', '2016-02-01Z', '2016-01-31 10:00Z', '2016-01-31 09:59:59.9Z'],
      ...['2016-02-01 12:00Z', '2016-02-01 11:59:59.999Z', '2016-01-31 18:30Z', '2016-01-31 23:41Z'],
      ...['2016-02-15 12:00Z', '2016-02-02Z', '2016-02-01 23:59:59.999999Z', '2016-01-30 23:59Z', '2015-12-31 20:00Z'],
    ),
    from: hours,
    lasts: fc.option(fc.integer({ min: 1, max: 5 })),
    embargo: fc.option(hours),
    state: states,
  }),
  { maxLength: 20 },
);

interface Story {
  readonly section: number;
  readonly first: string;
  readonly from: number;
  readonly lasts: number | null;
  readonly embargo: number | null;
  readonly state: string;
}

/** Stories in order, each with a publication, as the site's commands would leave them. Returns their ids. */
async function put(stories: readonly Story[], sql: postgres.ISql = owner): Promise<string[]> {
  const asked = stories.map((story, place) => ({ ...story, place, section: sections[story.section] }));
  const made = await sql<{ id: string }[]>`
    with template as (select * from revisions order by created_at limit 1),
    asked as (
      select *, uuidv7() as id from jsonb_to_recordset(${owner.json(asked as never)})
        as story (place int, section uuid, first timestamptz, "from" int, lasts int, embargo int, state text)
    ), made as (
      insert into articles (id, state) select id, state from asked returning id
    ), written as (
      insert into revisions
        (article_id, number, section_id, slug, headline, body, body_text, body_html, renderer_version, word_count)
      select asked.id, 1, asked.section, asked.id::text, 'Some', body, '', '', renderer_version, 0
      from asked join made using (id), template returning id, article_id
    )
    insert into publications
      (article_id, revision_id, section_id, slug, effective_from, effective_to, embargo_until, first_published_at)
    select article_id, written.id, section, article_id::text, now() + "from" * interval '1 hour',
      now() + ("from" + lasts) * interval '1 hour', now() + embargo * interval '1 hour', first
    from written join asked on asked.id = article_id order by place returning article_id as id`;
  return made.map(({ id }) => id);
}

/** From December 2015 to February 2016, and where it ends. */
const months: CivilMonth[] = [12, 13, 14, 15].map((month) => ({
  year: 2015 + Math.floor(month / 13),
  month: ((month - 1) % 12) + 1,
}));

/** The public stories of each month, counted one by one. */
async function direct(sectionIds: readonly string[], zone: string): Promise<number[]> {
  const rows = await owner<{ first: Date }[]>`
    select first_published_at as first from articles_public where section_id = any(${[...sectionIds]}::uuid[])`;
  const name = ({ year, month }: CivilMonth) => `${year}-${month}`;
  const dates = rows.map(({ first }) => name(monthOf(first, zone)));
  return months.slice(0, -1).map((month) => dates.filter((date) => date === name(month)).length);
}

async function expectTrue(): Promise<void> {
  for (const ids of [sections, sections.slice(0, 1)]) {
    for (const zone of zones) {
      expect({ zone, counts: await countFromMonths(ids, months, zone) }).toEqual({
        zone,
        counts: await direct(ids, zone),
      });
    }
  }
}

const someChanges = fc.array(
  fc.record({
    of: fc.nat(),
    kind: fc.constantFrom('state', 'end', 'embargo', 'give up', 'move', 'add up'),
    state: states,
    hours: fc.option(hours),
  }),
  { maxLength: 12 },
);

test('whatever is published, planned, held back, ended, killed and brought back, each story is counted in its month', async () => {
  await fc.assert(
    fc.asyncProperty(someStories, someChanges, async (stories, changes) => {
      const ids = await put(stories);
      await expectTrue();
      for (const change of changes) {
        const id = ids[change.of % Math.max(1, ids.length)];
        if (change.kind === 'add up') await addUpArchives();
        else if (id) await make(change, id);
      }
      await expectTrue();
      await addUpArchives();
      await expectTrue();
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function make(change: { kind: string; state: string; hours: number | null }, id: string): Promise<void> {
  switch (change.kind) {
    case 'state':
      await owner`update articles set state = ${change.state} where id = ${id}`;
      break;
    case 'end':
      await owner`update publications set effective_to = greatest(now(), effective_from + interval '1 minute')
        where article_id = ${id} and (effective_to is null or effective_to > now())`;
      break;
    case 'embargo':
      await owner`update publications set embargo_until = now() + ${change.hours} * interval '1 hour'
        where article_id = ${id}`;
      break;
    case 'give up':
      await owner`delete from publications where article_id = ${id} and effective_from > now()`;
      break;
    default:
      await owner`update publications set section_id = ${sections[1] as string}, first_published_at = '2016-02-01'
        where article_id = ${id} and effective_from > now()`;
  }
}

test('a planned story is counted from its time on, added up before it or not, and one that ends no longer', async () => {
  const [before = 0] = await countFromMonths(sections, months, 'UTC');
  const story = { section: 0, first: '2015-12-10Z', from: -1, lasts: null, embargo: null, state: 'published' };
  const [planned, ending] = await put([story, story]);
  await owner`update publications set effective_to = now() + interval '4 seconds' where article_id = ${ending as string}`;
  await owner`update publications set embargo_until = now() + interval '2 seconds' where article_id = ${planned as string}`;
  await addUpArchives();
  const counted = async () => (await countFromMonths(sections, months, 'UTC'))[0];
  expect(await counted()).toBe(before + 1);
  await expect.poll(counted, { timeout: 9000 }).toBe(before + 2);
  await addUpArchives();
  expect(await counted()).toBe(before + 2);
  await expect.poll(counted, { timeout: 9000 }).toBe(before + 1);
  await addUpArchives();
  expect(await counted()).toBe(before + 1);
}, 30_000);

test('a publication and a change of its story that meet are counted once, whichever is first', async () => {
  const story = { section: 0, first: '2016-02-15Z', from: -1, lasts: null, embargo: null, state: 'draft' };
  for (const first of ['publication', 'state'] as const) {
    const [id = ''] = await put([story]);
    await owner`update publications set effective_to = now() where article_id = ${id}`;
    const publish = `insert into publications
      (article_id, revision_id, section_id, slug, effective_from, first_published_at)
      select article_id, revision_id, section_id, slug, now(), first_published_at from publications
      where article_id = '${id}'`;
    const publicise = `update articles set state = 'published' where id = '${id}'`;
    const [one, other] = first === 'publication' ? [publish, publicise] : [publicise, publish];
    let meanwhile: Promise<unknown> = Promise.resolve();
    await crowd.begin(async (tx) => {
      await tx.unsafe(one);
      meanwhile = crowd.unsafe(other).execute();
      const [mine] = await tx`select pg_backend_pid() as pid`;
      const waiting = async () =>
        (await owner`select from pg_stat_activity where ${mine?.pid} = any(pg_blocking_pids(pid))`).length;
      await expect.poll(waiting).toBe(1);
    });
    await meanwhile;
    await expectTrue();
  }
});

test('many who publish, add up and read at once see no story twice, and all are counted', async () => {
  const story = { section: 0, first: '2016-01-31 23:00Z', from: -1, lasts: null, embargo: null, state: 'published' };
  const before = (await countFromMonths(sections, months, 'UTC'))[1] ?? 0;
  const seen: number[] = [];
  await Promise.all([
    ...Array.from({ length: 20 }, () => put([story], crowd)),
    ...Array.from({ length: 5 }, () => addUpArchives()),
    ...Array.from({ length: 10 }, async () => seen.push((await countFromMonths(sections, months, 'UTC'))[1] ?? 0)),
  ]);
  for (const stories of seen) {
    expect(stories).toBeGreaterThanOrEqual(before);
    expect(stories).toBeLessThanOrEqual(before + 20);
  }
  await expectTrue();
  await addUpArchives();
  await expectTrue();
  expect(await addUpArchives()).toBe(0);
});

test('what was added up leaves no change and no empty count behind', async () => {
  await addUpArchives();
  const [left] = await owner`select count(*)::int as steps from archive_steps where counts_from <= now()`;
  expect(left).toEqual({ steps: 0 });
  const [zero] = await owner`select count(*)::int as rows from archive_counts where stories <= 0`;
  expect(zero).toEqual({ rows: 0 });
});

test('what is public when the counts are made is counted by the migration, and what comes meanwhile once', async () => {
  await owner`delete from archive_counts`;
  const fill = await readFile(join(import.meta.dirname, '../../db/migrations/0029_archive_counts_filled.sql'), 'utf8');
  await put([{ section: 1, first: '2016-02-15Z', from: -1, lasts: null, embargo: null, state: 'published' }]);
  await crowd.begin(async (tx) => {
    await put([{ section: 1, first: '2016-02-15Z', from: -1, lasts: null, embargo: 2, state: 'published' }], tx);
    await put([{ section: 1, first: '2016-02-15Z', from: -1, lasts: null, embargo: null, state: 'published' }], tx);
    await owner.unsafe(fill);
  });
  await expectTrue();
  await addUpArchives();
  await expectTrue();
});
