import { expect, test } from 'vitest';
import { age, byDay, day, fullTime, machineTime, monthName, shortDay, timeOfDay } from './dates.ts';

const date = new Date('2026-11-19T14:05:09.123Z');
const utc = { language: 'en', timeZone: 'UTC' };

test('a full time says day, minute and zone', () => {
  expect(fullTime(date, utc)).toBe('19 November 2026, 14:05 UTC');
});

test('a full time is that of the clocks in the zone', () => {
  expect(fullTime(date, { language: 'en', timeZone: 'Europe/Berlin' })).toBe('19 November 2026, 15:05 CET');
  expect(fullTime(new Date('2026-07-01T23:30:00Z'), { language: 'en', timeZone: 'Asia/Seoul' })).toBe(
    '2 July 2026, 08:30 GMT+9',
  );
});

test('midnight is 00:00, not 24:00', () => {
  expect(timeOfDay(new Date('2026-11-19T00:00:00Z'), utc)).toBe('00:00');
});

test('other languages write dates their own way', () => {
  expect(day(date, { language: 'de', timeZone: 'UTC' })).toBe('19. November 2026');
  expect(fullTime(date, { language: 'en-US', timeZone: 'UTC' })).toBe('November 19, 2026, 14:05 UTC');
});

test('a short day still has its year, since pages are kept', () => {
  expect(shortDay(date, utc)).toBe('19 Nov 2026');
});

test('a month has its name and year, early years too', () => {
  expect(monthName({ year: 2025, month: 4 }, utc)).toBe('April 2025');
  expect(monthName({ year: 33, month: 12 }, utc)).toBe('December 33');
});

test('the time for machines is to the second, in UTC', () => {
  expect(machineTime(date)).toBe('2026-11-19T14:05:09Z');
});

test('stories are gathered under the day of the zone, in their order', () => {
  const times = ['2026-11-19T23:30:00Z', '2026-11-19T22:00:00Z', '2026-11-19T10:00:00Z'].map((time) => new Date(time));
  const days = byDay(times, (time) => time, { language: 'en', timeZone: 'Europe/Berlin' });
  expect(days.map(({ day: name, things }) => [name, things.length])).toEqual([
    ['20 November 2026', 1],
    ['19 November 2026', 2],
  ]);
});

test.each([
  [0, '0 minutes ago'],
  [-5, '0 minutes ago'],
  [59, '59 minutes ago'],
  [60, '1 hour ago'],
  [47 * 60, '1 day ago'],
  [13 * 1440, '1 week ago'],
  [31 * 1440, '1 month ago'],
  [800 * 1440, '2 years ago'],
])('what was %i minutes ago is of the age %j', (minutes, words) => {
  expect(age(new Date(date.getTime() - minutes * 60_000), date, utc)).toBe(words);
});
