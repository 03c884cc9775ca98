import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { sampleArticle, sampleSection } from '#features/article/testing/sample-article.ts';
import { divideSitemap } from '#features/sitemap/commands/divide-sitemap.ts';
import { storiesOf } from '#features/sitemap/queries.ts';
import { listParts } from '#features/sitemap/queries-parts.ts';

const { owner } = await testDatabase();

beforeAll(async () => {
  await sampleArticle({ sectionId: await sampleSection('world'), headline: 'The first' });
});

/** Hours from now; null for never. */
const soonOrPast = fc.option(fc.integer({ min: -3, max: 3 }).filter((hours) => hours !== 0));
const someStories = fc.array(
  fc.record({
    /** Few moments, so that stories share them, in few months, some of them at a month's very edge. */
    first: fc.constantFrom(
      ...['2016-01-31 23:59:59.999999Z', '2016-02-01Z', '2016-02-01 00:00:00.000001Z', '2016-02-29 12:00Z'],
      ...['2016-04-01 00:30+02', '2016-04-30 23:30-02', '2019-12-31 23:59:59.999999Z'],
    ),
    from: fc.integer({ min: -9, max: 3 }).filter((hours) => hours !== 0),
    lasts: fc.option(fc.integer({ min: 1, max: 8 })),
    embargo: soonOrPast,
    state: fc.constantFrom('published', 'published', 'archived', 'killed'),
  }),
  { maxLength: 25 },
);

/** As the site's commands would leave them. */
async function put(stories: readonly object[]): Promise<void> {
  await owner`
    with template as (select * from revisions order by created_at limit 1),
    asked as (
      select *, uuidv7() as id from jsonb_to_recordset(${owner.json(stories as never)})
        as story (first timestamptz, "from" int, lasts int, embargo int, state text)
    ), made as (
      insert into articles (id, state) select id, state from asked returning id
    ), written as (
      insert into revisions
        (article_id, number, section_id, slug, headline, body, body_text, body_html, renderer_version, word_count)
      select made.id, 1, section_id, made.id::text, 'Some', body, '', '', renderer_version, 0
      from made, template returning id, article_id, section_id, slug
    )
    insert into publications
      (article_id, revision_id, section_id, slug, effective_from, effective_to, embargo_until, first_published_at)
    select article_id, written.id, section_id, slug, now() + "from" * interval '1 hour',
      now() + ("from" + lasts) * interval '1 hour', now() + embargo * interval '1 hour', first
    from written join asked on asked.id = article_id`;
}

/** The public stories of each month, as the view itself has them. */
const direct = () => owner<{ month: string; changed: Date; slugs: string[] }[]>`
  select to_char(first_published_at at time zone 'UTC', 'YYYY-MM') as month, max(effective_from) as changed,
    array_agg(slug order by first_published_at, article_id) as slugs
  from articles_public group by 1 order by 1`;

async function slugsOf(part: { month: string; part: number }): Promise<string[]> {
  const slugs: string[] = [];
  for await (const { href } of storiesOf(part)) slugs.push(href.replace(/^.*[/]/, ''));
  return slugs;
}

/** What the index and its children say, put together by month. */
async function listed() {
  const months = new Map<string, { month: string; changed: Date; slugs: string[] }>();
  for (const part of await listParts()) {
    const slugs = await slugsOf(part);
    expect(slugs).not.toEqual([]);
    const before = months.get(part.month)?.slugs ?? [];
    months.set(part.month, { month: part.month, changed: part.changedAt, slugs: [...before, ...slugs] });
  }
  return [...months.values()];
}

test('however the months are divided, each public story stands in one child, in order, and no other does', async () => {
  await fc.assert(
    fc.asyncProperty(someStories, someStories, fc.integer({ min: 1, max: 9 }), async (before, after, size) => {
      await put(before);
      await divideSitemap(size);
      expect(await listed()).toEqual([...(await direct())]);
      await put(after);
      expect(await listed()).toEqual([...(await direct())]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('a part has fewer than twice as many stories as asked for once the sitemap was divided, and the same again is no change', async () => {
  await put(Array.from({ length: 50 }, () => ({ first: '2014-05-05Z', from: -1, state: 'published' })));
  await divideSitemap(7);
  for (const part of await listParts()) expect((await slugsOf(part)).length).toBeLessThan(14);
  expect(await divideSitemap(7)).toBe(0);
});

test('a part of which every story has left the public is not in the index', async () => {
  await put(Array.from({ length: 9 }, () => ({ first: '2013-05-05Z', from: -1, state: 'published' })));
  await divideSitemap(3);
  const parts = async () => (await listParts()).flatMap(({ month, part }) => (month === '2013-05' ? part : []));
  expect(await parts()).toEqual([1, 2, 3]);
  const gone = await slugsOf({ month: '2013-05', part: 2 });
  await owner`update articles set state = 'killed' where id = any(${gone})`;
  expect(await parts()).toEqual([1, 3]);
});
