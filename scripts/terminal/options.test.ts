import { expect, test } from 'vitest';
import { count, moment, oneOf } from './options.ts';

test('a count is a whole number within its bounds', () => {
  const read = count(1, 100);
  expect([read('1'), read('100')]).toEqual([1, 100]);
  for (const text of ['0', '101', '-1', '1.5', '1e2', '', 'x']) expect(() => read(text)).toThrow('from 1 to 100.');
});

test('a moment is written out, or counted from now', () => {
  expect(moment('2026-11-22T18:00:00Z')).toEqual(new Date('2026-11-22T18:00:00Z'));
  // The hour that comes twice when clocks are put back, and the zone's hour that never comes in spring.
  expect(moment('2026-10-25T02:30:00+01:00').getTime() - moment('2026-10-25T02:30:00+02:00').getTime()).toBe(3_600_000);
  expect(moment('2026-03-29T02:30:00+01:00')).toEqual(new Date('2026-03-29T01:30:00Z'));
  const soon = moment('+60').getTime() - Date.now();
  expect(soon).toBeGreaterThan(59_000);
  expect(soon).toBeLessThanOrEqual(60_000);
  const noZone = ['2026-11-22T18:00:00', '2026-11-22', '1', 'Dec 1 2026'];
  for (const text of ['', 'tomorrow', '+', '+1h', '+9999999999', '2026-02-30T10:00:00Z', ...noZone])
    expect(() => moment(text)).toThrow('It takes a moment such as');
});

test('a word is one of those that there are, and a refusal names them', () => {
  const read = oneOf(['front', 'recommendation']);
  expect(read('front')).toBe('front');
  expect(() => read('Front')).toThrow('It takes one of: front, recommendation.');
});
