import { expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = Date.UTC(2026, 10, 24, 12);

test.each([
  ['120', '2026-11-24T12:02:00.000Z'],
  [' 0 ', '2026-11-24T12:00:00.000Z'],
  ['Tue, 24 Nov 2026 13:00:00 GMT', '2026-11-24T13:00:00.000Z'],
  ['Mon, 23 Nov 2026 13:00:00 GMT', '2026-11-23T13:00:00.000Z'],
])('%j asks for patience until %s', (header, moment) => {
  expect(readRetryAfter(header, now)?.toISOString()).toBe(moment);
});

test.each([undefined, '', 'soon', '-5', '1.5', '99999999999'])('%j says nothing', (header) => {
  expect(readRetryAfter(header, now)).toBeNull();
});
