import { expect, test } from 'vitest';
import { refuseCostlyMarkdown } from './markdown-cost.ts';

const tangles: [string, string][] = [
  ['emphasis', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`],
  ['code', Array.from({ length: 500 }, (_, index) => '`'.repeat(index + 1)).join(' ')],
  ['links', '[a]('.repeat(50_000)],
  ['quotes', `${'>'.repeat(20_000)} x`],
  ['lists', Array.from({ length: 1000 }, (_, index) => `${'  '.repeat(index)}- x`).join('\n')],
  ['many small tangles', `${'*'.repeat(900)}a${'*'.repeat(900)}\n\n`.repeat(100)],
];

test.each(tangles)('%s that would keep the parser for minutes are refused', (_name, markdown) => {
  expect(() => refuseCostlyMarkdown(markdown)).toThrow('The markup of the body is too tangled to be read.');
});

test.each([
  ['rules of any length', `${'*'.repeat(60_000)}\n\n${'_'.repeat(60_000)}`],
  ['a long text with plenty of marks', 'Some *words* and `code`, [a link](/x), **bold**.\n\n'.repeat(20_000)],
  ['a table of a thousand rows', `| a | b |\n| - | - |\n${'| **x** | [y](/z) |\n'.repeat(1000)}`],
  ['a program with deep indents', `\`\`\`\n${`${' '.repeat(60)}call();\n`.repeat(2000)}\`\`\``],
])('%s pass', (_name, markdown) => {
  expect(() => refuseCostlyMarkdown(markdown)).not.toThrow();
});
