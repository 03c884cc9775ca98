import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { BodyPool } from './body-pool.ts';
import { Slugs } from './slugs.ts';
import { plannerFor } from './story-plan.ts';
import { type StoryRows, storyWriter } from './story-rows.ts';
import { ensureTerms } from './terms.ts';
import { viewsOf } from './views.ts';
import { votesOf } from './votes.ts';

const { owner } = await testDatabase();
const now = Date.UTC(2026, 10, 1);

/** Everything that a run of this seed would write, on terms that the database gave once. */
async function everythingOf(seed: number) {
  const terms = await ensureTerms(owner);
  const run = { seed, articles: 60, now };
  const planner = plannerFor(run, terms);
  const rows: StoryRows = {
    articles: [],
    revisions: [],
    revision_tags: [],
    revision_bylines: [],
    article_addresses: [],
    publications: [],
    publication_tags: [],
    publication_bylines: [],
  };
  const write = storyWriter({ run, terms, bodies: new BodyPool(seed), slugs: new Slugs() });
  for (let index = 0; index < run.articles; index += 1) write(planner(index), rows);
  return { rows, views: [...viewsOf(run, planner, 500)], votes: [...votesOf(run, planner, 100)] };
}

test('the same seed makes the same rows', async () => {
  expect(await everythingOf(7)).toEqual(await everythingOf(7));
});

test('another seed makes other stories', async () => {
  const [seven, eight] = [await everythingOf(7), await everythingOf(8)];
  expect(seven.rows.revisions.filter((row) => eight.rows.revisions.includes(row))).toEqual([]);
  expect(new Set(seven.rows.revisions).size).toBe(seven.rows.revisions.length);
});
