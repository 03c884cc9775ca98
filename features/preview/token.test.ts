import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { signValue } from '#lib/signed-cookie.ts';
import { readGrant, signGrant } from './token.ts';

const secret = 'a secret of at least 32 characters';
amendEnvironment({ BROADSHEET_SECRET: secret });

const grant = fc.record({
  articleId: fc.uuid(),
  userId: fc.option(fc.uuid()),
  expiresAt: fc.integer({ min: 0, max: 2 ** 38 }).map((seconds) => new Date(seconds * 1000)),
});

test('a token is one plain segment of an address and says what was granted', () => {
  fc.assert(
    fc.property(grant, (given) => {
      const token = signGrant(given);
      expect(token).toMatch(/^[\w-]+[.][\w-]+$/);
      expect(readGrant(token)).toEqual(given);
    }),
  );
});

test('a token that anything was changed in is none', () => {
  fc.assert(
    fc.property(grant, fc.nat(), fc.constantFrom('A', 'z', '_', '.', ''), (given, at, other) => {
      const token = signGrant(given);
      const index = at % token.length;
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      if (changed !== token) expect(readGrant(changed)).toBeNull();
    }),
  );
});

test('what was signed for another purpose, or under another secret, is no token', () => {
  const token = signGrant({ articleId: crypto.randomUUID(), userId: null, expiresAt: new Date() });
  const [value = ''] = token.split('.');
  expect(readGrant(signValue('voter', value, secret))).toBeNull();
  expect(readGrant(signValue('preview', value, `${secret}.`))).toBeNull();
  expect(readGrant(signValue('preview', 'short', secret))).toBeNull();
  expect(readGrant('')).toBeNull();
});
