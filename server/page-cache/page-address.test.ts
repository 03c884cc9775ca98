import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageAddress, pageAddress } from './page-address.ts';

function urlOf(target: string): string | number {
  const address = pageAddress(target, undefined);
  return typeof address === 'number' ? address : address.url;
}

describe('ways of writing one address', () => {
  test.each([
    ['/news/caf%C3%A9', '/news/caf%C3%A9'],
    ['/news/caf%c3%a9', '/news/caf%C3%A9'],
    ['/news/cafe%CC%81', '/news/caf%C3%A9'],
    ['/news/%63af%C3%A9', '/news/caf%C3%A9'],
    ['/news/caf\u00c3\u00a9', '/news/caf%C3%A9'],
    ['/news/\u00c3\u0080', '/news/%C3%80'],
    ['/news/a%2Fb', '/news/a%2Fb'],
    ['/news/a%40b,c%3D', '/news/a@b,c='],
    ['http://forged.example/news', '/news'],
    ['https://forged.example', '/'],
    ['https://forged.example?before=x', '/?before=x'],
    ['/?', '/'],
  ])('%s is %s', (target, url) => {
    expect(urlOf(target)).toBe(url);
  });
});

describe('the query', () => {
  test.each([
    ['tracking parameters are dropped', '/news?utm_source=x&fbclid=y', '/news'],
    ['known ones have a fixed order', '/search?tag=b&q=a', '/search?q=a&tag=b'],
    ['the first of two counts', '/search?q=a&q=b', '/search?q=a'],
    ['an empty one is none', '/search?q=&before=+', '/search'],
    ['spaces have one spelling', '/search?q=two+words%20here%20', '/search?q=two%20words%20here'],
    ['values are in NFC', '/search?q=e%CC%81', '/search?q=%C3%A9'],
    ['an equals sign may be in a value', '/search?q=a=b', '/search?q=a%3Db'],
    ['an article has none', '/news/a-story?before=x&q=y', '/news/a-story'],
    ['lists by tag and month are paged', '/tag/a?before=x', '/tag/a?before=x'],
    ['a slash too many keeps it', '/search/?q=a', '/search/?q=a'],
    ['a slash too many before it all keeps it', '//search?q=a&utm_source=x', '//search?q=a'],
    ['what is unknown may be malformed', '/news?x=%zz', '/news'],
  ])('%s', (_name, target, url) => {
    expect(urlOf(target)).toBe(url);
  });
});

test.each([
  ['a broken escape', '/news/%zz', 400],
  ['bytes that are not UTF-8', '/news/%ff', 400],
  ['a raw byte that is not UTF-8', '/news/\u00ff', 400],
  ['a zero byte', '/news/%00', 400],
  ['a line break in a value', '/search?q=a%0d%0ab', 400],
  ['a dot segment', '/news/../desk', 400],
  ['an encoded dot segment', '/news/%2e%2e/desk', 400],
  ['a fragment', '/news#part', 400],
  ['an asterisk', '*', 400],
  ['a broken known parameter', '/search?q=%e0%a4', 400],
  ['over-long', `/${'a'.repeat(2048)}`, 414],
  ['what grows over-long when written canonically', `/search?q=${'*+'.repeat(900)}`, 414],
])('%s is refused', (_name, target, status) => {
  expect(urlOf(target)).toBe(status);
});

test('an address with a query can be made up by anybody', () => {
  expect(pageAddress('/news', undefined)).toMatchObject({ hasQuery: false });
  expect(pageAddress('/news?before=x', undefined)).toMatchObject({ hasQuery: true });
});

describe('Accept', () => {
  const rules = [{ path: /^\/n\//, parameters: [], negotiates: ['text/html', 'application/activity+json'] }];
  const key = (accept?: string) => (pageAddress('/n/a', accept, rules) as PageAddress).key;

  test('is part of the key where the address says so', () => {
    expect(key('application/activity+json')).toBe('/n/a application/activity+json');
    expect(key('text/html, application/activity+json;q=0.9')).toBe('/n/a text/html');
    expect(key('text/*;q=0.1, application/*')).toBe('/n/a application/activity+json');
    expect(key('application/activity+json;q=0, */*')).toBe('/n/a text/html');
    expect(key('image/png')).toBe('/n/a text/html');
    expect(key()).toBe('/n/a text/html');
  });

  test('is ignored everywhere else', () => {
    expect(pageAddress('/news', 'application/json', rules)).toMatchObject({ key: '/news', mediaType: undefined });
  });
});

test('a canonical address is its own canonical form', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }).map(percentEncoded),
    fc.constantFrom('%2F', '%3F', '%23', '+', '%25', '%25zz', '!', '(', "'", '%7E', '&', '=', 'q=', 'before=', '?'),
  );
  const target = fc.tuple(
    fc.constantFrom('/', '/search?', '/tag/', '/a/archive/1/2?after='),
    fc.array(part, { maxLength: 6 }),
  );
  fc.assert(
    fc.property(target, ([start, parts]) => {
      const address = pageAddress(start + parts.join(''), undefined);
      if (typeof address === 'number') return;
      expect(pageAddress(address.url, undefined)).toEqual(address);
      expect(address.url).toMatch(/^[\x21-\x7e]+$/);
    }),
    { numRuns: 300 },
  );
});

function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
