import { expect, test } from 'vitest';
import { problemSentence } from './problem-sentence.ts';

test('what is wrong with a field is said of the field by its label', () => {
  expect(problemSentence('Language', 'must be a language tag')).toBe('“Language” must be a language tag.');
});

test('what is a sentence already stays as it is', () => {
  for (const sentence of ['Write a name.', '1 May has passed.'])
    expect(problemSentence('Name', sentence)).toBe(sentence);
});
