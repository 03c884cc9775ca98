import { expect, test } from 'vitest';
import { acceptedEncodings } from './accept-encoding.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br gzip identity'],
  ['gzip, deflate', 'gzip identity'],
  ['x-gzip', 'gzip identity'],
  ['GZIP;Q=0.5, Br;q=0.4', 'gzip br identity'],
  ['br;q=0, gzip', 'gzip identity'],
  ['gzip;q=0.5, identity', 'identity gzip'],
  ['gzip;q=0', 'identity'],
  ['*', 'br gzip identity'],
  ['*;q=0.3, gzip', 'gzip br identity'],
  ['gzip, identity;q=0', 'gzip'],
  ['*;q=0', 'identity'],
  ['gzip;q=nonsense', 'identity'],
  ['gzip;q=2', 'identity'],
  ['', 'identity'],
])('Accept-Encoding: %s accepts %s, in this order', (header, expected) => {
  expect(acceptedEncodings(header).join(' ')).toBe(expected);
  expect(acceptedEncodings(header).join(' ')).toBe(expected);
});

test('a client that does not say gets identity', () => {
  expect(acceptedEncodings(undefined)).toEqual(['identity']);
});
