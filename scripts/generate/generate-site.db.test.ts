import type postgres from 'postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { bodyText, wordCount } from '#features/body/model.ts';
import { renderBody } from '#features/body/render.ts';
import { bodyDocument } from '#features/body/schema.ts';
import { siteUrl } from '#lib/env.ts';
import { generateSite } from './generate-site.ts';

const { owner, ownerUrl } = await testDatabase();

const now = new Date('2026-11-01T12:00:00Z');
const input = { articles: 300, views: 5000, votes: 600, seed: 5, now };
const phases = new Map<string, number>();

beforeAll(async () => {
  await generateSite(ownerUrl, input, (phase, done) => phases.set(phase, done));
});

async function one<Row>(query: postgres.PendingQuery<postgres.Row[]>): Promise<Row> {
  const [row] = await query;
  return row as Row;
}

describe('a generated site', () => {
  test('has as many public stories, views and votes as asked for', async () => {
    expect(await one(owner`select count(*)::int from articles_public`)).toEqual({ count: 300 });
    expect(await one(owner`select sum(human)::int from view_buckets`)).toEqual({ sum: 5000 });
    expect(await one(owner`select count(*)::int from votes`)).toEqual({ count: 600 });
    expect(phases).toEqual(
      new Map(
        [...['Stories', 'Views', 'Votes', 'Lists and indexes'].entries()].map(([at, name]) => [
          name,
          [300, 5000, 600, 3][at],
        ]),
      ),
    );
  });

  test('shares the views of the last month out by source, by section and by byline', async () => {
    const [counted] = await owner`
      select sum(human)::int from view_buckets where hour > ${now}::timestamptz - interval '31 days'`;
    const shares = await owner`select part, sum(human)::int from view_shares group by part order by part`;
    const [bylines, sections, sources] = shares;
    expect(sections).toEqual({ part: 'section', sum: counted?.sum });
    expect(bylines?.sum).toBeGreaterThan(0);
    expect(sources).toEqual({ part: 'source', sum: counted?.sum });
  });

  test('keeps each tally equal to the votes that stand, and each vote to the end of its history', async () => {
    const wrong = await owner`
      select t.article_id from tallies t full join (
        select article_id, count(*) filter (where standing)::int as standing from votes group by 1
      ) v using (article_id) where t.votes is distinct from v.standing`;
    expect(wrong).toHaveLength(0);
    const unlike = await owner`
      select v.voter_id from votes v join lateral (
        select intent, happened_at from vote_events e where e.article_id = v.article_id and e.voter_id = v.voter_id
        order by id desc limit 1
      ) last on true where v.standing <> (last.intent = 'vote') or v.changed_at <> last.happened_at`;
    expect(unlike).toHaveLength(0);
    expect(await one(owner`select count(*) > 600 as more from vote_events`)).toEqual({ more: true });
    const disordered = await owner`
      select from (select happened_at < lag(happened_at) over (order by id) as back from vote_events) e where back`;
    expect(disordered).toHaveLength(0);
  });

  test('keeps the views in all equal to the views by hour, none before the story or after now', async () => {
    const wrong = await owner`
      select t.article_id from view_totals t full join (
        select article_id, sum(human) as human, sum(filtered) as filtered from view_buckets group by 1
      ) b using (article_id) where (t.human, t.filtered) is distinct from (b.human, b.filtered)`;
    expect(wrong).toHaveLength(0);
    const early = await owner`
      select 1 from view_buckets b join articles_public p using (article_id)
      where b.hour > ${now} or b.hour < date_trunc('hour', p.first_published_at)`;
    expect(early).toHaveLength(0);
    expect(await owner`select 1 from view_buckets_default`).toHaveLength(0);
  });

  test('has bodies as the editor, the renderer and the search would have made them', async () => {
    const rows = await owner<{ body: unknown; text: string; html: string; words: number }[]>`
      select body, body_text as text, body_html as html, word_count as words from revisions`;
    for (const { body, text, html, words } of rows) {
      const parsed = bodyDocument.parse(body);
      expect(html).toBe(renderBody(parsed, { siteUrl: siteUrl() }).html);
      expect(text).toBe(bodyText(parsed));
      expect(words).toBe(wordCount(parsed));
    }
    const lengths = rows.map(({ words }) => words);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(150);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1600);
    expect(await one(owner`select count(*)::int from revisions where search = ''`)).toEqual({ count: 0 });
  });

  test('dates its keys, and has more stories lately than long ago', async () => {
    const wrong = await owner`
      select id from articles where uuid_extract_timestamp(id) <> created_at
      union all select id from revisions where uuid_extract_timestamp(id) <> created_at
      union all select id from publications where uuid_extract_timestamp(id) <> effective_from`;
    expect(wrong).toHaveLength(0);
    const { late, early, oldest } = await one<{ late: number; early: number; oldest: Date }>(owner`
      select count(*) filter (where first_published_at > ${now}::timestamptz - interval '1 year')::int as late,
        count(*) filter (where first_published_at < ${now}::timestamptz - interval '5 years')::int as early,
        min(first_published_at) as oldest from articles_public`);
    expect(late).toBeGreaterThan(2 * early);
    expect(oldest.getUTCFullYear()).toBe(2020);
  });

  test('lists every publication under its address, its tags and its people', async () => {
    const wrong = await owner`
      select p.id from publications p
      left join article_addresses a on (a.section_id, a.slug, a.article_id) = (p.section_id, p.slug, p.article_id)
      where a.slug is null
        or array(select tag_id from publication_tags t where t.publication_id = p.id order by 1)
          <> array(select tag_id from revision_tags r where r.revision_id = p.revision_id order by 1)
        or array(select byline_id from publication_bylines b where b.publication_id = p.id order by 1)
          <> array(select byline_id from revision_bylines r where r.revision_id = p.revision_id order by 1)`;
    expect(wrong).toHaveLength(0);
    const updated = await owner`select 1 from articles_public where substantive_update_at is not null`;
    expect(updated.length).toBeGreaterThan(5);
  });

  test('files a story under a section that has its first tag as a topic', async () => {
    const misfiled = await owner`
      select 1 from articles_public p join sections s on s.id = p.section_id
      where s.slug = 'tennis' and not exists (
        select from publication_tags t join tags on tags.id = t.tag_id and tags.slug = 'tennis'
        where t.publication_id = p.publication_id)`;
    expect(misfiled).toHaveLength(0);
  });

  test('relates stories to others that are public and share something', async () => {
    const lists = await owner<{ size: number }[]>`select count(*)::int as size from related group by article_id`;
    expect(lists.length).toBeGreaterThan(250);
    expect(Math.max(...lists.map(({ size }) => size))).toBe(15);
    const unrelated = await owner`
      select 1 from related r
      join articles_public a on a.article_id = r.article_id join articles_public b on b.article_id = r.related_id
      where b.archived or r.score < 0.1 or (a.section_id <> b.section_id and not exists (
        select from publication_tags x join publication_tags y using (tag_id)
        where x.publication_id = a.publication_id and y.publication_id = b.publication_id))`;
    expect(unrelated).toHaveLength(0);
  });

  test('has the page caches drop their lists, and stands in the audit log', async () => {
    const [purge] = await owner`select kind, tags from purges order by id desc limit 1`;
    expect(purge?.kind).toBe('refresh');
    expect(purge?.tags).toEqual(expect.arrayContaining(['latest', 'front:home', 'sections']));
    expect(await one(owner`select action, details from audit_log`)).toEqual({
      action: 'site.generate',
      details: { seed: 5, articles: 300, views: 5000, votes: 600 },
    });
  });
});

test('the same seed again is refused in one sentence, and no seed takes one that is free', async () => {
  const report = () => undefined;
  await expect(generateSite(ownerUrl, input, report)).rejects.toThrow(
    'The stories of seed 5 are here already; choose another with --seed, or none.',
  );
  const more = { articles: 40, views: 0, votes: 0, now };
  expect(await generateSite(ownerUrl, more, report)).toEqual({ seed: 1 });
  expect(await generateSite(ownerUrl, more, report)).toEqual({ seed: 2 });
  expect(await one(owner`select count(*)::int from articles_public`)).toEqual({ count: 380 });
});
