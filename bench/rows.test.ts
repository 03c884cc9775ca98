import { expect, test } from 'vitest';
import { budgets } from './budgets.ts';
import { lighthouseRows, names, speedRows, visibilityRows, weightRows } from './rows.ts';
import { coldRows, floodRows, notModifiedRows } from './rows-of-limits.ts';
import { markdownTable, missedBars } from './table.ts';
import type { Encoding, Speed } from './throughput.ts';

const rounds = (requestsPerSecond: number, cpuMicroseconds: number | null): Record<Encoding, Speed[]> => {
  const speed = { requestsPerSecond, cpuMicroseconds, p99Milliseconds: 5 };
  const disturbed = { ...speed, requestsPerSecond: requestsPerSecond / 3 };
  return { identity: [disturbed, speed], gzip: [speed, disturbed], br: [speed, speed] };
};

const speeds = (site: number, work: number | null) => ({
  [names.site]: rounds(site, work),
  [names.uncached]: rounds(100, 9000),
  [names.bare]: rounds(20_000, 20),
});

test('a site as fast as its bars holds them, by the rounds in which nothing disturbed it', () => {
  expect(missedBars(speedRows(speeds(18_000, 22)))).toEqual([]);
});

test('a site that is slower than bare Node allows is told so by name', () => {
  const missed = missedBars(speedRows(speeds(15_000, 22)));
  expect(missed).toEqual(['Broadsheet / bare node:http, by requests/s (≥ 0.9 plain, ≥ 0.9 compressed)']);
});

test('a site that works more than the load generator shows is told so too, where the system tells', () => {
  expect(missedBars(speedRows(speeds(20_000, 40)))).toHaveLength(1);
  expect(missedBars(speedRows(speeds(20_000, null)))).toEqual([]);
});

test('a page cache that is worth too little misses its bar', () => {
  const slow = { ...speeds(18_000, 20), [names.uncached]: rounds(18_000 / 19, 1000) };
  expect(missedBars(speedRows(slow))).toEqual(['Broadsheet / page cache off, by requests/s (≥ 20)']);
});

test('a site whose slowest hundredth waits too long misses its bar', () => {
  const slow = Object.fromEntries(
    Object.entries(rounds(20_000, 20)).map(([encoding, all]) => [
      encoding,
      all.map((speed) => ({ ...speed, p99Milliseconds: 10 })),
    ]),
  ) as Record<Encoding, Speed[]>;
  const missed = missedBars(speedRows({ ...speeds(20_000, 20), [names.site]: slow }));
  expect(missed).toEqual(['Broadsheet: ms at the 99th percentile (< 10)']);
});

test('too many bytes of script are a bar missed', () => {
  const bytes = (gzip: number) => ({ identity: gzip, gzip, br: gzip });
  const weight = { html: bytes(9), css: bytes(9), fonts: bytes(9), pictures: bytes(0) };
  expect(missedBars(weightRows({ ...weight, scripts: bytes(budgets.scriptGzipBytes) }))).toEqual([]);
  expect(missedBars(weightRows({ ...weight, scripts: bytes(budgets.scriptGzipBytes + 1) }))).toHaveLength(1);
});

test('a story counts as visible when the last surface shows it', () => {
  const most = budgets.publishToVisibleMilliseconds;
  expect(missedBars(visibilityRows([{ front: 10, article: most }]))).toEqual([]);
  expect(missedBars(visibilityRows([{ front: most + 1, article: 10 }]))).toHaveLength(1);
});

test('a page is held to the least of its scores by Lighthouse', () => {
  const report = (seo: number) => ({
    scores: { performance: 100, accessibility: 100, 'best-practices': 100, seo },
    ...{ largestPaintMilliseconds: 1400, blockingMilliseconds: 0, layoutShift: 0, fonts: [] },
  });
  expect(missedBars(lighthouseRows({ article: report(100), front: report(100) }))).toEqual([]);
  expect(missedBars(lighthouseRows({ article: report(98), front: report(100) }))).toHaveLength(1);
});

test('the table is Markdown with a row for each measure', () => {
  const lines = markdownTable([{ measure: 'one', plain: '1', bar: '≥ 2', held: false }, { measure: 'two' }]).split(
    '\n',
  );
  expect(lines).toHaveLength(4);
  expect(lines[2]?.replaceAll(/\s+/g, ' ')).toBe('| one | 1 | | | ≥ 2 | NO |');
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

test('articles that nobody has asked for are shown as a share of empty pages, beside the goal', () => {
  const rows = coldRows({
    articles: { pagesPerSecond: 159, cpuMilliseconds: 4 },
    empty: { pagesPerSecond: 200, cpuMilliseconds: 3.2 },
  });
  expect(rows[2]).toMatchObject({ plain: '0.80', bar: 'goal ≥ 0.8' });
  expect(rows[3]).toMatchObject({ plain: '0.80' });
  expect(missedBars(rows)).toEqual([]);
});

test('a 304 that takes longer than the page misses its bar', () => {
  const speed = (cpuMicroseconds: number | null) => [{ requestsPerSecond: 1000, p99Milliseconds: 5, cpuMicroseconds }];
  expect(missedBars(notModifiedRows({ whole: speed(30), notModified: speed(25) }))).toEqual([]);
  expect(missedBars(notModifiedRows({ whole: speed(30), notModified: speed(31) }))).toHaveLength(1);
  expect(missedBars(notModifiedRows({ whole: speed(null), notModified: speed(null) }))).toEqual([]);
});

test('a page cache that grows on when it is full misses its bar', () => {
  const flood = { limitMegabytes: 64, addresses: 10, bytesPerPage: 20_000, pages: 3 };
  expect(missedBars(floodRows({ ...flood, residentMegabytes: [120, 180, 185, 190, 182] }))).toEqual([]);
  expect(missedBars(floodRows({ ...flood, residentMegabytes: [120, 180, 200, 220, 240] }))).toHaveLength(1);
});
