import { describe, expect, test } from 'vitest';
import { isNotModified, parseHttpDate } from './conditional-request.ts';

const lastModified = Date.UTC(1994, 10, 6, 8, 49, 37);
const page = { etag: '"abc-gz"', lastModified };

describe('If-None-Match', () => {
  test.each([
    ['"abc-gz"', true],
    ['W/"abc-gz"', true],
    ['"x", W/"y" , "abc-gz"', true],
    ['*', true],
    ['"abc"', false],
    ['abc-gz', false],
    ['"x,"abc-gz"', false],
    ['"a,b", "abc-gz"', true],
    ['', false],
  ])('%s: not modified is %s', (header, expected) => {
    expect(isNotModified(page, header, undefined)).toBe(expected);
  });

  test('counts alone where both are sent', () => {
    expect(isNotModified(page, '"other"', 'Sun, 06 Nov 1994 08:49:37 GMT')).toBe(false);
    expect(isNotModified(page, '"abc-gz"', 'Sun, 06 Nov 1993 08:49:37 GMT')).toBe(true);
  });
});

describe('If-Modified-Since', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', true],
    ['Sun, 06 Nov 1994 08:49:38 GMT', true],
    ['Sun, 06 Nov 1994 08:49:36 GMT', false],
    ['1994-11-06T08:49:37Z', false],
    ['tomorrow', false],
  ])('%s: not modified is %s', (header, expected) => {
    expect(isNotModified(page, undefined, header)).toBe(expected);
  });

  test('means nothing for a page without a date', () => {
    expect(isNotModified({ etag: '"a"', lastModified: 0 }, undefined, 'Sun, 06 Nov 1994 08:49:37 GMT')).toBe(false);
  });
});

test('the three forms of an HTTP date are one moment', () => {
  expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(lastModified);
  expect(parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT')).toBe(lastModified);
  expect(parseHttpDate('Sun Nov  6 08:49:37 1994')).toBe(lastModified);
  expect(parseHttpDate('Sun, 99 Nov 1994 08:49:37 GMT')).toBeUndefined();
});
