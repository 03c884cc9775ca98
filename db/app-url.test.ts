import { expect, test } from 'vitest';
import { deriveAppUrl } from './app-url.ts';

test('the site’s address is the owner’s with a role and a password of its own, the same at each derivation', () => {
  const owner = 'postgres://owner:s%40cret@db.example:6432/news?sslmode=require';
  const derived = deriveAppUrl(owner);
  expect(derived).toBe(deriveAppUrl(owner));
  expect(derived).toMatch(/^postgres:\/\/broadsheet_app:[\w-]{43}@db\.example:6432\/news\?sslmode=require$/);
});

test('another password of the owner gives the site another one', () => {
  const [one, other] = ['one', 'other'].map((password) => deriveAppUrl(`postgres://owner:${password}@host/news`));
  expect(one).not.toBe(other);
});

test('a password means the same however it is escaped', () => {
  expect(deriveAppUrl('postgres://owner:%61b@host/news')).toBe(deriveAppUrl('postgres://owner:ab@host/news'));
});

test('an owner without a password is refused, since anybody could derive from nothing', () => {
  expect(() => deriveAppUrl('postgres://owner@host/news')).toThrow(/set DATABASE_APP_URL/);
});
