import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What no build is made of: programs beside the site, what builds leave behind, and papers. */
const outside = new Set([
  'node_modules',
  'bench',
  'deploy',
  'docs',
  'e2e',
  'jobs',
  'playwright-report',
  'server',
  'test-results',
]);

/** Of `scripts`, only what takes part in a build. */
const partOfBuild = /^scripts\/(?:build\.ts|build\/)/;
const generated = /^public\/assets\/|^next-env\.d\.ts$|\.tsbuildinfo$|\.log$|\.md$/;
const tests = /\.test\.tsx?$|(?:^|\/)(?:testing|fixtures)\//;

/** A hash of everything that a production build is made of: sources, settings, the lock file, the Node that builds. */
export async function fingerprintSources(root: string): Promise<string> {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\0`);
  for (const file of await sourceFiles(root)) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function sourceFiles(root: string, folder = ''): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || outside.has(path)) continue;
    if (entry.isDirectory()) files.push(...(await sourceFiles(root, path)));
    else if (entry.isFile() && isPart(path)) files.push(path);
  }
  return files.sort();
}

function isPart(path: string): boolean {
  if (path.startsWith('scripts/') && !partOfBuild.test(path)) return false;
  return !generated.test(path) && !tests.test(path);
}
