import type { z } from 'zod';
import { Refusal } from '#lib/errors.ts';

/** What a command is given, by its schema. Throws `Refusal` 'invalid' with what is wrong, field by dotted path. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.') || 'input'] ??= issue.message;
  const [first] = Object.entries(fields);
  throw new Refusal('invalid', first ? `${first[0]}: ${first[1]}` : 'The input is not valid.', fields);
}
