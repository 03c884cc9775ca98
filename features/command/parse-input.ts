import type { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { problemSentence } from '#lib/problem-sentence.ts';
import { problemWords } from './problem-words.ts';

/**
 * What a command is given, by its schema. Throws `Refusal` 'invalid' with what is wrong, field by dotted path, in words
 * that follow the field's name (`problemSentence`); so also for text that the database cannot keep, wherever it stands.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: problemWords });
  const fields: Record<string, string> = {};
  for (const issue of result.error?.issues ?? []) fields[issue.path.join('.') || 'input'] ??= issue.message;
  const broken = result.success ? brokenText(result.data) : null;
  if (broken) fields[broken.join('.') || 'input'] = 'must not contain NUL or half a character';
  if (result.success && !broken) return result.data;
  const [first] = Object.entries(fields);
  throw new Refusal('invalid', first ? problemSentence(...first) : 'The input is not valid.', fields);
}

/** Where text stands that Postgres refuses: with NUL, or with a surrogate that stands alone. Null where none does. */
function brokenText(value: unknown): string[] | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = brokenText(part);
    if (found) return [key, ...found];
  }
  return null;
}
