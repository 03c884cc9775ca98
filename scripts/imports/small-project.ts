import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/**
 * Writes the files (path → source) and this project's packages and import map into a new folder. What they import by
 * `#` or by a relative path and is not among them is made, empty. Disposing of it removes the folder.
 */
export function makeSmallProject(files: Readonly<Record<string, string>>): Disposable & { root: string } {
  const root = mkdtempSync(join(tmpdir(), 'broadsheet-imports-'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  symlinkSync(join(project, 'package.json'), join(root, 'package.json'));
  const imported = Object.entries(files).flatMap(([path, source]) => localImports(path, source));
  const empty = imported.filter((path) => !path.includes('that-is-not-there')).map((path) => [path, ''] as const);
  for (const [path, source] of [...empty, ...Object.entries(files)]) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

function localImports(path: string, source: string): string[] {
  const specifiers = [...source.matchAll(/'((?:#|[.]{1,2}\/)[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('#') ? specifier.slice(1) : join(dirname(path), specifier),
  );
}
