import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loggedPath, plainTarget } from './request-path.ts';

test.each([
  ['/', '/'],
  ['/world/a-story?page=2', '/world/a-story?page=2'],
  ['/gr%C3%B6%C3%9Fe/a?b=%41', '/gr%C3%B6%C3%9Fe/a?b=%41'],
  ['/%70review/abc', '/preview/abc'],
  ['/des%6B/articles?state=%64raft', '/desk/articles?state=%64raft'],
  ['/%64%65%73%6b', '/desk'],
  ['/desk%2Farticles', '/desk%2Farticles'],
  ['/desk%2e%2e', '/desk%2e%2e'],
  ['/a%20b', '/a%20b'],
  ['/a%', '/a%'],
  ['/%4%41', '/%4%41'],
  ['/%%34%31', '/%%341'],
  ['http://news.example/desk/articles?state=draft', '/desk/articles?state=draft'],
  ['HTTPS://news.example', '/'],
  ['http://news.example?q=1', '/?q=1'],
  ['//news.example/desk', '//news.example/desk'],
  ['*', '*'],
])('%s is told apart as %s', (target, expected) => {
  expect(plainTarget(target)).toBe(expected);
});

test('whatever is asked for, it is the same address, and making it plain twice changes nothing', () => {
  const part = fc.constantFrom('/', '%', '%2F', '%2e', '%41', '%7a', '%C3%A9', '?', '#', 'desk', 'a', '%', '4', '1');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const target = `/${parts.join('')}`;
      const once = plainTarget(target);
      expect(new URL(`http://x${once}`).pathname.length).toBeGreaterThan(0);
      expect(loosely(once)).toBe(loosely(target));
    }),
  );
});

/** With everything decoded that can be. */
function loosely(target: string): string {
  return target.replace(/%[0-7][0-9a-f]/gi, (code) => decodeURIComponent(code));
}

test.each([
  ['/preview/abc.def?x=1', '/preview/…'],
  ['/desk/reset/abc', '/desk/reset/…'],
  ['/desk/invitation/abc/def', '/desk/invitation/…'],
  ['/desk/articles/1', '/desk/articles/1'],
  ['/world/preview/1?q=me', '/world/preview/1'],
])('of %s the log shows %s', (url, logged) => {
  expect(loggedPath({ url } as IncomingMessage)).toBe(logged);
});
