import { expect, test } from 'vitest';
import { soakRows } from './soak-rows.ts';
import { missedBars } from './table.ts';

const soak = {
  minutes: 8,
  answered: { stories: 9000 },
  failed: [],
  megabytes: [100, 300, 400, 450, 480, 500, 510, 520],
};

test('memory may grow while the site is new, and by a little after the first five minutes', () => {
  expect(missedBars(soakRows(soak))).toEqual([]);
});

test('memory that goes on growing misses its bar', () => {
  const rows = soakRows({ ...soak, megabytes: [...soak.megabytes.slice(0, -1), 526] });
  expect(missedBars(rows)).toEqual(['Memory of the server, minute 6 to minute 8 (< + 5 %)']);
});

test('memory that the system does not tell holds no bar', () => {
  expect(missedBars(soakRows({ ...soak, megabytes: soak.megabytes.map(() => Number.NaN) }))).toHaveLength(1);
});

test('each way in which requests failed is said once', () => {
  const rows = soakRows({ ...soak, failed: ['/a answered 500', '/a answered 500'] });
  expect(missedBars(rows)).toEqual(['Requests that failed (none)']);
  expect(rows.find(({ held }) => held === false)?.plain).toBe('2: /a answered 500');
});
