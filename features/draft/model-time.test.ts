import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, momentOf, zoneName } from './model-time.ts';

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

test('a zone is named with what its clocks are called at the time', () => {
  expect(zoneName('Europe/London', new Date('2026-07-01'))).toBe('Europe/London (BST)');
  expect(zoneName('UTC', new Date())).toBe('UTC');
});
