import { expect, test } from 'vitest';
import { momentOf } from './dates.ts';

test.each([
  ['2010-10-22T11:33:15Z', '2010-10-22T11:33:15.000Z'],
  ['2010-10-22T11:33:15.25+09:00', '2010-10-22T02:33:15.250Z'],
  ['2025-04-15 10:34:46', '2025-04-15T10:34:46.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
])('reads %j as %s', (text, moment) => {
  expect(momentOf(text)?.toISOString()).toBe(moment);
});

test.each([
  '',
  'yesterday',
  '2023-02-30',
  '2023-13-01',
  '2023-01-01T25:00Z',
  '15/04/2025',
  '20230101',
  '2023-01-01T10:00+99:99',
])('finds no moment in %j', (text) => {
  expect(momentOf(text)).toBeNull();
});
