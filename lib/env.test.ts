import { expect, test } from 'vitest';
import { parseEnvironment } from './env.ts';

test('an empty environment is a usable one', () => {
  expect(parseEnvironment({})).toMatchObject({
    NODE_ENV: 'production',
    PORT: 3000,
    BROADSHEET_DATA: '.data',
    TRUSTED_PROXIES: '',
    PAGE_CACHE: 'on',
    LOG_LEVEL: 'info',
  });
});

test('numbers come as numbers', () => {
  expect(parseEnvironment({ PORT: '8080', PAGE_CACHE_MB: '64', SURROGATE_MAX_AGE: '0' })).toMatchObject({
    PORT: 8080,
    PAGE_CACHE_MB: 64,
    SURROGATE_MAX_AGE: 0,
  });
});

test('a variable set to nothing counts as not set', () => {
  expect(parseEnvironment({ PORT: '', DATABASE_URL: '', SITE_URL: '' })).toEqual(parseEnvironment({}));
});

test('variables of others are left out', () => {
  expect(parseEnvironment({ HOME: '/root', PATH: '/bin' })).toEqual(parseEnvironment({}));
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['DATABASE_URL', 'mysql://localhost/site'],
  ['DATABASE_URL', 'postgres:///site'],
  ['DATABASE_URL', 'postgres://owner:100%@localhost/site'],
  ['DATABASE_APP_URL', 'localhost:5432'],
  ['SITE_URL', 'news.example'],
  ['BROADSHEET_SECRET', 'short'],
  ['PAGE_CACHE', 'yes'],
  ['PAGE_CACHE_MB', '0'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused in one sentence that names the variable', (name, value) => {
  expect(() => parseEnvironment({ [name]: value })).toThrow(
    new RegExp(`^The environment variable ${name} is not usable: [^\\n]+[^.][.]$`),
  );
});
