import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { findArticle } from '#features/article/queries.ts';
import { amendEnvironment } from '#lib/env.ts';
import { loadDemoContent } from './load.ts';
import { readDemoContent } from './read.ts';

const { owner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-demo-'));
amendEnvironment({ BROADSHEET_DATA: folder });
const { stories } = await readDemoContent();
const steps: string[] = [];

beforeAll(async () => {
  await loadDemoContent({ log: vi.fn(), progress: (done, total) => steps.push(`${done}/${total}`) });
}, 180_000);

afterAll(() => rm(folder, { recursive: true }));

test('every story is public at its address, with its date, its people and its picture', async () => {
  for (const story of stories) {
    const found = await findArticle(story.section, story.slug);
    if (found.found !== 'article') throw new Error(`${story.key} is not public.`);
    const { article } = found;
    expect(article.headline).toBe(story.headline);
    expect(Date.now() - article.publishedAt.getTime()).toBeGreaterThanOrEqual(story.hoursAgo * 3_600_000);
    expect(article.bylines.length, story.key).toBe(story.bylines.length);
    expect(Boolean(article.picture), story.key).toBe(Boolean(story.hero));
  }
});

test('a picture within a story is one of ours, and no address of the drafts is left', async () => {
  const rows = await owner<{ html: string; slug: string }[]>`select body_html as html, slug from revisions`;
  for (const { html, slug } of rows) expect(html, slug).not.toMatch(/(picture|story):/);
  expect(rows.find(({ slug }) => slug === 'nineteen-days-of-wind')?.html).toContain('<figure');
});

test('an updated story says when, hours before it was loaded, and what it said at first is kept', async () => {
  const updated = stories.filter(({ earlier }) => earlier);
  expect(updated.length).toBeGreaterThan(0);
  for (const { key, updatedHoursAgo = 0 } of updated) {
    const rows = await owner`select p.substantive_update_at as updated, p.effective_to as until
      from publications p join articles a on a.id = p.article_id
      where a.import_key = ${`demo:${key}`} order by p.effective_from`;
    expect(rows, key).toHaveLength(2);
    expect(rows[0]?.until).not.toBeNull();
    expect(Date.now() - rows[1]?.updated.getTime(), key).toBeGreaterThanOrEqual(updatedHoursAgo * 3_600_000);
  }
});

test('what was wrong in a story is told with it', async () => {
  const corrected = stories.filter(({ correction }) => correction);
  expect(corrected.length).toBeGreaterThan(0);
  for (const { key, correction } of corrected) {
    const rows = await owner`select c.text from corrections c join articles a on a.id = c.article_id
      where a.import_key = ${`demo:${key}`}`;
    expect(rows).toEqual([{ text: correction }]);
  }
});

test('no view and no vote is invented', async () => {
  const [row] =
    await owner`select (select count(*) from votes)::int as votes, (select count(*) from tallies)::int as tallies`;
  expect(row).toEqual({ votes: 0, tallies: 0 });
});

test('loading again changes nothing', async () => {
  const counts = () => owner`select (select count(*) from articles)::int as articles,
    (select count(*) from revisions)::int as revisions, (select count(*) from media_assets)::int as pictures,
    (select count(*) from pins)::int as pins`;
  const before = await counts();
  await loadDemoContent({ log: vi.fn(), progress: vi.fn() });
  expect(await counts()).toEqual(before);
  expect(before[0]).toMatchObject({ articles: stories.length });
});

test('progress ends at its total', () => {
  const [done, total] = (steps.at(-1) ?? '').split('/');
  expect(done).toBe(total);
});
