import { expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { readVoter, serializeVoterCookie, voterCookie } from './voter-cookie.ts';

amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters' });

test('a reader is known again by the cookie given with the first vote', () => {
  const cookie = voterCookie('0198');
  expect(readVoter(`a=b; ${serializeVoterCookie(cookie).split(';')[0]}`)).toBe('0198');
  expect(readVoter('voter=0198')).toBeNull();
});

test.each([
  ['http://localhost:3000', false],
  ['https://news.example', true],
])('on %s the cookie is kept to encrypted connections: %j', (SITE_URL, secure) => {
  amendEnvironment({ SITE_URL });
  const cookie = voterCookie('0198');
  expect(cookie).toMatchObject({ secure, httpOnly: true, sameSite: 'lax', path: '/' });
  expect(/; Secure$/.test(serializeVoterCookie(cookie))).toBe(secure);
});
