import { expect, test } from 'vitest';
import { stepNames } from './step-names.ts';

const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 23, hour)));

test("hours are called by the clocks of the site's time zone", () => {
  const names = stepNames(hours, 'day', 'Asia/Kolkata');
  expect(names[0]).toEqual({ name: 'Mon 23 Nov, 05:30', tick: '05:30' });
  expect(names[1]).toEqual({ name: 'Mon 23 Nov, 06:30', tick: undefined });
  expect(names[23]?.name).toBe('Tue 24 Nov, 04:30');
});

test('the axis of a week names its days where they begin', () => {
  const ticks = stepNames(hours, 'week', 'Asia/Kolkata').flatMap(({ tick }) => tick ?? []);
  expect(ticks).toEqual(['24 Nov']);
});

test('minutes are called by the clock, each fifth on the axis, and days by their names', () => {
  const minutes = [14, 15].map((minute) => new Date(Date.UTC(2026, 10, 23, 9, minute)));
  expect(stepNames(minutes, 'now', 'UTC')).toEqual([
    { name: '09:14', tick: undefined },
    { name: '09:15', tick: '09:15' },
  ]);
  expect(stepNames(minutes.slice(0, 1), 'month', 'UTC')).toEqual([{ name: 'Mon 23 Nov', tick: '23 Nov' }]);
});
