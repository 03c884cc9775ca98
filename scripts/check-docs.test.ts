import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocuments, undocumentedVariables } from './check-docs.ts';

const tree = {
  '.gitignore': 'node_modules/\n.data/\n',
  'package.json': '{ "scripts": { "up": "x", "test": "x", "test:db": "x" } }',
  'app/(reader)/[slug]/page.tsx': '',
  'features/vote/queries.ts': '',
  'lib/trace.ts': '',
  'docs/ARCHITECTURE.md': '# Architecture\n',
};

const good = [
  'Paths: `lib/trace.ts`, `#lib/trace.ts`, `lib/`, `lib`, `./lib/trace.ts:12`, `app/(reader)/[slug]/page.tsx`.',
  'Patterns: `features/*/queries.ts`, `features/<noun>/queries.ts`, `features/vote/{queries,none}.ts`, `*.tsx`.',
  'Names alone: `queries.ts`, `vote/`, `package.json`. Endings: `.client.tsx`. Made at run time: `.data/secret.txt`.',
  'Not paths: `/feed.xml`, `/{section}/{slug}`, `text/html`, `@swc/core`, `next/link`, `https://a.example/b.ts`.',
  'Commands: `npm run up`, `npm test`, `npm run -s test:db -- lib/trace.ts`.',
  'Links: [one](docs/ARCHITECTURE.md#rooms), [two](https://a.example/none.md), [three](#part), [four](/feed.xml).',
];

test.each(good)('names only what is there: %s', (text) => {
  expect(check({ 'README.md': text })).toEqual([]);
});

test.each([
  ['See `lib/gone.ts`.', 'README.md:1 names lib/gone.ts, which is not there.'],
  ['See `#lib/gone.ts`.', 'README.md:1 names #lib/gone.ts, which is not there.'],
  ['See `lib/gone`.', 'README.md:1 names lib/gone, which is not there.'],
  ['See `widgets/`.', 'README.md:1 names widgets/, which is not there.'],
  ['See `gone.ts`.', 'README.md:1 names gone.ts, which is not there.'],
  ['See `features/*/gone.ts`.', 'README.md:1 names features/*/gone.ts, which is not there.'],
  ['Run `node lib/gone.ts --now`.', 'README.md:1 names lib/gone.ts, which is not there.'],
  ['\n\nSee [it](docs/gone.md).', 'README.md:3 links to docs/gone.md: not there.'],
  ['![it](gone.png)', 'README.md:1 links to gone.png: not there.'],
  ['Run `npm run down`.', 'README.md:1 names npm run down, which package.json has not.'],
  ['```sh\nnpm run down -- now\n```', 'README.md:1 names npm run down, which package.json has not.'],
  ['Then npm start.', 'README.md:1 names npm run start, which package.json has not.'],
])('finds what is not there: %j', (text, problem) => {
  expect(check({ 'README.md': text })).toEqual([problem]);
});

test('links are followed from the folder of their document', () => {
  expect(check({ 'docs/operations.md': '[a](ARCHITECTURE.md) [b](../lib/trace.ts)' })).toEqual([]);
  expect(check({ 'docs/operations.md': '[a](docs/ARCHITECTURE.md)' })).toEqual([
    'docs/operations.md:1 links to docs/ARCHITECTURE.md: not there.',
  ]);
});

test('stories in Markdown are content and may name anything', () => {
  expect(check({ 'db/seed/stories/harbour.md': 'See `lib/gone.ts`.', 'lib/fixtures/a.md': '`npm run x`' })).toEqual([]);
});

test('an architecture over 250 lines and a decision over 50 are too long', () => {
  const lines = (count: number) => 'line\n'.repeat(count);
  expect(check({ 'docs/ARCHITECTURE.md': lines(250), 'docs/decisions/0001-a.md': lines(50) })).toEqual([]);
  expect(check({ 'docs/ARCHITECTURE.md': lines(251), 'docs/decisions/0001-a.md': lines(51) })).toEqual([
    'docs/ARCHITECTURE.md has 251 lines: at most 250.',
    'docs/decisions/0001-a.md has 51 lines: at most 50.',
  ]);
});

test('a variable that the environment has and the handbook has not is reported', () => {
  const environment = 'const environment = z.object({\n  PORT: z.number(),\n  SITE_URL: z.url(),\n});';
  expect(undocumentedVariables(environment, '| `PORT` | the port |')).toEqual([
    'docs/operations.md does not name SITE_URL, which lib/env.ts reads.',
  ]);
});

function check(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'broadsheet-docs-'));
  try {
    for (const [path, text] of Object.entries({ ...tree, ...files })) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkDocuments(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
