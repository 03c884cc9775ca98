import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseInput } from './parse-input.ts';

const schema = z.object({
  name: z.string(),
  parts: z.array(z.object({ text: z.string() })).default([]),
  at: z.date().optional(),
});

test.each([
  ['name', { name: 'half \ud800 a character' }],
  ['name', { name: 'nothing \0 more' }],
  ['parts.1.text', { name: 'whole', parts: [{ text: 'whole 🗞' }, { text: '\udc00' }] }],
])('text in %s that the database cannot keep is refused in a sentence', (field, input) => {
  expect(() => parseInput(schema, input)).toThrow(
    expect.objectContaining({ code: 'invalid', message: `${field}: must not contain NUL or half a character` }),
  );
});

test('whole text of any script is taken as it is', () => {
  const input = { name: '新聞 🗞 العربية', parts: [{ text: '' }], at: new Date(0) };
  expect(parseInput(schema, input)).toEqual(input);
});
