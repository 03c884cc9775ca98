import type { z } from 'zod';

/**
 * What zod found where the schema has no words of its own for it, as a part of a sentence that begins with the field:
 * `must be at most 300 characters long`.
 */
export function problemWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? 'something else'}`;
    case 'too_big':
      return `must be at most ${amount(issue.origin, issue.maximum)}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'must not be empty'
        : `must be at least ${amount(issue.origin, issue.minimum)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'unrecognized_keys':
      return `must not have ${issue.keys.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'uuid' ? 'must be an id' : 'is not written as it must be';
    default:
      return 'is not valid';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  date: 'a day and time',
  array: 'a list',
  object: 'an object',
};

function amount(origin: string, limit: unknown): string {
  const number = limit instanceof Date ? limit.toISOString() : String(limit);
  if (origin === 'string') return `${number} characters long`;
  return origin === 'array' || origin === 'set' ? `${number} long` : number;
}
