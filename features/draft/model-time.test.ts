import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, momentOf, nextHour, sayNext, zoneName } from './model-time.ts';

const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe');

test('a moment written as the clocks of a place show it is read as one at which they show the same', () => {
  const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, zone, (date, timeZone) => {
      const local = localTime(date, timeZone);
      const read = momentOf(local, timeZone);
      expect(read && localTime(read, timeZone)).toBe(local);
    }),
  );
});

test('an hour that the clocks skip is read as the moment after, one shown twice as the first', () => {
  expect(momentOf('2026-03-29T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(momentOf('2026-10-25T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test.for(['', 'tomorrow', '2026-13-01T00:00', '2026-01-01'])('%j is no time', (text) => {
  expect(momentOf(text, 'UTC')).toBeNull();
});

test.each(['20266', '202612'])('the year %s, which a form’s field lets through, is no missing time', (year) => {
  const read = momentOf(`${year}-03-29T12:00`, 'Europe/Berlin');
  expect(read?.getUTCFullYear()).toBe(Number(year));
  expect(read && localTime(read, 'Europe/Berlin')).toBe(`${year}-03-29T12:00`);
});

test('a zone is named with what its clocks are called at the time', () => {
  expect(zoneName('Europe/London', new Date('2026-07-01'))).toBe('Europe/London (BST)');
  expect(zoneName('UTC', new Date())).toBe('UTC');
});

test.each([
  ['Europe/London', '2026-11-23T14:00'],
  ['Asia/Kolkata', '2026-11-23T19:00'],
  ['Asia/Kathmandu', '2026-11-23T19:00'],
])('the next full hour is one by the clocks of %s', (timeZone, local) => {
  expect(nextHour(new Date('2026-11-23T13:05:00Z'), timeZone)).toBe(local);
});

test('what is under embargo is public when its time and its embargo are over', () => {
  const from = '2026-11-23T13:00:00.000Z';
  expect(sayNext({ from, embargoUntil: null }, 'UTC')).toBe('23 Nov 2026, 13:00 UTC');
  expect(sayNext({ from, embargoUntil: '2026-11-24T09:00:00.000Z' }, 'UTC')).toBe('24 Nov 2026, 09:00 UTC');
  expect(sayNext({ from, embargoUntil: '2026-11-22T09:00:00.000Z' }, 'UTC')).toBe('23 Nov 2026, 13:00 UTC');
});
