import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('without parameters the site is built and an empty one gets the demo', () => {
  expect(parseOptions([])).toEqual({ development: false, demo: true });
});

test('hot reload and an empty site are asked for by name', () => {
  expect(parseOptions(['--dev', '--no-demo'])).toEqual({ development: true, demo: false });
});

test.for(['--bogus', 'word'])('%s is refused in one sentence that shows the right ones', (parameter) => {
  expect(() => parseOptions([parameter])).toThrow(/^[^.]+; use: npm run up .*\.$/);
});
