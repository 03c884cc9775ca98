import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf, monthPath, monthSpan, parseMonth, readMonth } from './months.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Havana',
  'Asia/Amman',
];
const anyMonth = fc.record({ year: fc.integer({ min: 1970, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) });

test('a month begins at midnight by the clocks of the zone', () => {
  expect(monthSpan({ year: 2026, month: 11 }, 'America/New_York')).toEqual({
    from: new Date('2026-11-01T04:00:00Z'),
    to: new Date('2026-12-01T05:00:00Z'),
  });
});

test('where the clocks skip the first midnight, the month begins at the moment of the change', () => {
  expect(monthSpan({ year: 2012, month: 4 }, 'America/Havana').from).toEqual(new Date('2012-04-01T05:00:00Z'));
  expect(monthSpan({ year: 2001, month: 3 }, 'America/Havana').to).toEqual(new Date('2001-04-01T05:00:00Z'));
});

test('every first moment is in its month and the moment before is not', () => {
  fc.assert(
    fc.property(anyMonth, fc.constantFrom(...zones), (month, zone) => {
      const { from, to } = monthSpan(month, zone);
      expect(monthOf(from, zone)).toEqual(month);
      expect(monthOf(new Date(from.getTime() - 1), zone)).not.toEqual(month);
      expect(monthOf(new Date(to.getTime() - 1), zone)).toEqual(month);
      expect(monthOf(to, zone)).not.toEqual(month);
    }),
  );
});

test('months follow each other without a gap', () => {
  expect(monthSpan({ year: 2025, month: 12 }, 'Asia/Kolkata').to).toEqual(
    monthSpan({ year: 2026, month: 1 }, 'Asia/Kolkata').from,
  );
});

test('an address is a month only in its one form', () => {
  expect(readMonth('2025', '04')).toEqual({ year: 2025, month: 4 });
  for (const [year, month] of [
    ['2025', '4'],
    ['2025', '13'],
    ['2025', '00'],
    ['25', '04'],
    ['0025', '04'],
    ['x', 'y'],
    // It ends in the year 10000, which PostgreSQL and ISO 8601 would write differently.
    ['9999', '12'],
  ]) {
    expect(readMonth(year as string, month as string)).toBeNull();
  }
});

test('a month is read from its name in a database', () => {
  expect(parseMonth('2025-04')).toEqual({ year: 2025, month: 4 });
  for (const text of ['', '2025', '2025-4', '0025-04', '2025-04-01']) expect(parseMonth(text)).toBeNull();
});

test('what is written as an address is read as the same month', () => {
  fc.assert(
    fc.property(anyMonth, (month) => {
      const [year, number] = monthPath(month).split('/') as [string, string];
      expect(readMonth(year, number)).toEqual(month);
    }),
  );
});
