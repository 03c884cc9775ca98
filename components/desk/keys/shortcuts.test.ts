import { expect, test } from 'vitest';
import { readKeys, shortcuts } from './shortcuts.ts';

test('every shortcut leads where it says, and none begins another', () => {
  for (const { keys, href } of shortcuts) {
    expect(readKeys(keys)).toBe(href);
    if (keys.length > 1) expect(readKeys(keys.slice(0, 1))).toBeUndefined();
  }
});

test('other keys lead nowhere', () => {
  expect(readKeys(['x'])).toBeNull();
  expect(readKeys(['g', 'x'])).toBeNull();
  expect(readKeys(['n', 'n'])).toBeNull();
});
