import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { signValue } from '#lib/signed-cookie.ts';
import { readLink, signLink } from './token.ts';

const secret = 'a secret of at least 32 characters';
amendEnvironment({ BROADSHEET_SECRET: secret });

test('a token is one plain segment of an address and names its link', () => {
  fc.assert(
    fc.property(fc.uuid(), (linkId) => {
      const token = signLink(linkId);
      expect(token).toMatch(/^[\w-]+[.][\w-]+$/);
      expect(readLink(token)).toBe(linkId);
    }),
  );
});

test('a token that anything was changed in is none', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), fc.constantFrom('A', 'z', '_', '.', ''), (linkId, at, other) => {
      const token = signLink(linkId);
      const index = at % token.length;
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      if (changed !== token) expect(readLink(changed)).toBeNull();
    }),
  );
});

test('what was signed for another purpose, or under another secret, is no token', () => {
  const [value = ''] = signLink(crypto.randomUUID()).split('.');
  expect(readLink(signValue('voter', value, secret))).toBeNull();
  expect(readLink(signValue('preview', value, `${secret}.`))).toBeNull();
  expect(readLink(signValue('preview', 'short', secret))).toBeNull();
  expect(readLink('')).toBeNull();
});
