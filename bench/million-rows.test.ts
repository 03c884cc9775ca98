import { expect, test } from 'vitest';
import type { SizedSite } from './million.ts';
import { millionRows } from './million-rows.ts';
import { missedBars } from './table.ts';

const site = (stories: number, milliseconds: number, amount = 1, megabytes = 100): SizedSite => ({
  stories,
  pages: {
    Front: { milliseconds: Array.from({ length: 20 }, () => milliseconds), amount: 1, megabytes },
    'sitemap.xml': { milliseconds: [milliseconds * amount], amount, by: 'address', megabytes },
  },
  startMilliseconds: [milliseconds],
  visibility: [{ committed: milliseconds / 2, article: milliseconds }],
  rankings: {
    buckets: 1000,
    refreshMilliseconds: [100, 2500, 300],
    readMilliseconds: [1, 2, 3],
    analyticsMilliseconds: [900],
  },
  tables: [{ name: 'articles', rows: 10, indexes: 20 }],
});

test('a million that takes half as long again as a thousand holds every bar', () => {
  const rows = millionRows({ few: site(1000, 10), many: site(1_000_000, 15, 80) });
  expect(missedBars(rows)).toEqual([]);
  expect(rows[0]).toMatchObject({
    measure: 'Front: ms at the 95th percentile, 1,000 / 1,000,000 stories, ratio',
    plain: '10.0 / 15.0, 1.50',
  });
});

test('a page that lists more is judged by what it takes for each address', () => {
  const rows = millionRows({ few: site(1000, 10, 2), many: site(1_000_000, 14, 80) });
  expect(rows[1]).toMatchObject({ plain: '20.0 for 2 / 1120.0 for 80, 1.40', held: true });
});

test('a sitemap that takes more memory among a million misses its bar, and says nothing where the system tells none', () => {
  const row = 'sitemap.xml: MB of the server at most, 1,000 / 1,000,000 stories, ratio';
  const rows = millionRows({ few: site(1000, 10), many: site(1_000_000, 10, 1, 160) });
  expect(rows.find(({ measure }) => measure === row)).toMatchObject({ plain: '100.0 / 160.0, 1.60', held: false });
  expect(missedBars(rows)).toEqual([`${row} (≤ 1.5)`]);
  const silent = millionRows({ few: site(1000, 10, 1, 0), many: site(1_000_000, 10, 1, 0) });
  expect(silent.map(({ measure }) => measure)).not.toContain(row);
});

test('every page that takes longer among a million misses its bar by name', () => {
  const missed = missedBars(millionRows({ few: site(1000, 10), many: site(1_000_000, 16) }));
  expect(missed.map((bar) => bar.replace(/[:,] ms.*/, ''))).toEqual([
    ...['Front', 'sitemap.xml', 'Publish to visible: committed', 'Publish to visible: article'],
    ...['Publish to visible: everywhere', 'Start of the server'],
  ]);
});

test('a ranking that is worked out or read too slowly misses its bar', () => {
  const slow = {
    ...site(1_000_000, 10),
    rankings: { buckets: 1, refreshMilliseconds: [2000], readMilliseconds: [5], analyticsMilliseconds: [900] },
  };
  expect(missedBars(millionRows({ few: site(1000, 10), many: slow }))).toEqual([
    'Rankings worked out from 1 hourly counts: ms, median (max) (< 2,000)',
    'A list beside a story read: ms, median (95th percentile) (< 5)',
  ]);
});
