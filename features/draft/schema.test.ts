import { expect, test } from 'vitest';
import { parseInput } from '#features/command/parse-input.ts';
import { draftContent } from './schema.ts';

test.each([
  ['half \ud800 a character', '“headline” must not contain half of a character.'],
  ['\udc00', '“headline” must not contain half of a character.'],
  ['a bell \u0007', '“headline” must not contain control characters.'],
  ['nothing \0 more', '“headline” must not contain control characters.'],
])('a headline that cannot be kept is refused for what is wrong with it: %j', (headline, message) => {
  expect(() => parseInput(draftContent, { headline })).toThrow(
    expect.objectContaining({
      code: 'invalid',
      message,
      fields: { headline: message.replace(/^“headline” |\.$/g, '') },
    }),
  );
});

test('words as they are typed are kept, with tabs, line ends and characters of two halves', () => {
  const headline = '新聞 🗞\tand\nmore';
  expect(parseInput(draftContent, { headline })).toMatchObject({ headline });
});
