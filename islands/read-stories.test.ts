import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetStories, readStories, rememberStory } from './read-stories.ts';

function keeperOf(content: string | null) {
  let kept = content;
  const store = {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
  return () => store;
}

test('stories are remembered once each, the newest last, two hundred at most, and forgotten', () => {
  const keeper = keeperOf(null);
  expect(readStories(keeper)).toEqual([]);
  for (const id of ['a', 'b', 'a']) rememberStory(id, keeper);
  expect(readStories(keeper)).toEqual(['b', 'a']);
  for (let number = 0; number < 300; number += 1) rememberStory(`story-${number}`, keeper);
  expect(readStories(keeper)).toHaveLength(200);
  expect(readStories(keeper).at(-1)).toBe('story-299');
  forgetStories(keeper);
  expect(readStories(keeper)).toEqual([]);
});

test('whatever stands in the store, reading goes on', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
      const keeper = keeperOf(content);
      for (const id of readStories(keeper)) expect(typeof id).toBe('string');
      rememberStory('next', keeper);
      expect(readStories(keeper).at(-1)).toBe('next');
    }),
  );
});

test('a browser that keeps nothing for the site is no fault', () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const keeper of [refuse, () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })]) {
    rememberStory('a', keeper);
    forgetStories(keeper);
    expect(readStories(keeper)).toEqual([]);
  }
});
