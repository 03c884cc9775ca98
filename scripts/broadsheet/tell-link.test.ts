import { expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { addressNote } from './tell-link.ts';

test('a link whose address nobody has chosen comes with what decides it', () => {
  amendEnvironment({ SITE_URL: undefined, PORT: 3400 });
  expect(addressNote()).toBe(
    'The link begins with http://localhost:3400, since SITE_URL is not set here. If the site is elsewhere, give SITE_URL (or its PORT) to this command.',
  );
});

test('a link to the address that the site is said to have needs no note', () => {
  amendEnvironment({ SITE_URL: 'https://news.example' });
  expect(addressNote()).toBeNull();
});
