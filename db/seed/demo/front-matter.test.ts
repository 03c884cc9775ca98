import { expect, test } from 'vitest';
import { splitFrontMatter } from './front-matter.ts';

test('a value is the whole rest of its line, colons and quotation marks included', () => {
  const { head, body } = splitFrontMatter(
    `---\nheadline: Two: "late" - 'each'\nkind: news\n---\n\nBody: text\n---\n`,
    'a.md',
  );
  expect(head).toEqual({ headline: `Two: "late" - 'each'`, kind: 'news' });
  expect(body).toBe('Body: text\n---');
});

test('a file without a head is refused by name', () => {
  expect(() => splitFrontMatter('Only a body', 'b.md')).toThrow("b.md has no head between two lines of '---'.");
});

test('a line that is no field is refused by number', () => {
  expect(() => splitFrontMatter('---\nkind: news\nnonsense\n---\n', 'c.md')).toThrow(
    "c.md, line 3: expected 'name: value'.",
  );
});

test('a field that stands there twice is refused', () => {
  expect(() => splitFrontMatter('---\nkind: news\nkind: live\n---\n', 'd.md')).toThrow(
    "d.md, line 3: 'kind' stands there twice.",
  );
});
