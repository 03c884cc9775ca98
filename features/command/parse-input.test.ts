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
    expect.objectContaining({ code: 'invalid', message: `“${field}” must not contain NUL or half a character.` }),
  );
});

test('whole text of any script is taken as it is', () => {
  const input = { name: '新聞 🗞 العربية', parts: [{ text: '' }], at: new Date(0) };
  expect(parseInput(schema, input)).toEqual(input);
});

test.each([
  [z.object({ name: z.string() }), {}, '“name” is missing.'],
  [z.object({ name: z.string() }), { name: 5 }, '“name” must be text.'],
  [z.object({ at: z.date() }), { at: new Date('never') }, '“at” must be a day and time.'],
  [z.object({ name: z.string().max(3) }), { name: 'four' }, '“name” must be at most 3 characters long.'],
  [z.object({ name: z.string().min(1) }), { name: '' }, '“name” must not be empty.'],
  [z.object({ tags: z.array(z.string()).max(1) }), { tags: ['a', 'b'] }, '“tags” must be at most 1 long.'],
  [z.object({ role: z.enum(['author', 'editor']) }), { role: 'king' }, '“role” must be author or editor.'],
  [z.strictObject({}), { extra: 1 }, '“input” must not have extra.'],
  [z.object({ id: z.uuid() }), { id: 'x' }, '“id” must be an id.'],
  [z.object({ name: z.string('Write a name.') }), {}, 'Write a name.'],
])('what the schema has no words for is a sentence too: %#', (schema, input, message) => {
  expect(() => parseInput(schema, input)).toThrow(expect.objectContaining({ code: 'invalid', message }));
});
