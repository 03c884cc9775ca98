import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintSources } from './fingerprint.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sources-'));
  await write('app/page.tsx', 'export {}');
  await write('package-lock.json', '{}');
});
afterEach(() => rm(root, { recursive: true }));

test.for([
  'app/page.tsx',
  'features/article/queries.ts',
  'islands/vote.ts',
  'lib/env.ts',
  'next.config.js',
  'package-lock.json',
  'scripts/build/fonts.ts',
])('a change of %s asks for a build', async (path) => {
  const before = await fingerprintSources(root);
  await write(path, 'changed');
  expect(await fingerprintSources(root)).not.toBe(before);
});

test.for([
  '.data/postgres/port',
  '.next/server/page.js',
  'app/page.test.tsx',
  'docs/operations.md',
  'features/article/testing/sample.ts',
  'jobs/worker.ts',
  'next-env.d.ts',
  'node_modules/next/package.json',
  'public/assets/reader-1.js',
  'scripts/up/up.ts',
  'server/main.ts',
])('a change of %s asks for none', async (path) => {
  const before = await fingerprintSources(root);
  await write(path, 'changed');
  expect(await fingerprintSources(root)).toBe(before);
});

test('a file that changes its place asks for a build', async () => {
  const before = await fingerprintSources(root);
  await rm(join(root, 'app/page.tsx'));
  await write('app/other.tsx', 'export {}');
  expect(await fingerprintSources(root)).not.toBe(before);
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
