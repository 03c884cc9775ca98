import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '#lib/env.ts';

const address = z.string().regex(/^\/assets\/[a-z]+-[0-9a-f]+\.js$/);
const manifest = z.object({ reader: address, search: address });

type Script = keyof z.output<typeof manifest>;

let known: z.output<typeof manifest> | undefined;

/**
 * The address of one of the readers' scripts as islands/build.ts left it: read once, but anew for each page in development,
 * where it changes, and null there where it was not built yet. In production that throws.
 */
export function readerScript(name: Script): string | null {
  const development = env().NODE_ENV === 'development';
  if (known && !development) return known[name];
  if (development && !existsSync(manifestFile())) return null;
  known = manifest.parse(JSON.parse(readFileSync(manifestFile(), 'utf8')));
  return known[name];
}

/** The site is started in its own folder; a bundle of Next has no other way to know where that is. */
const manifestFile = (): string => join(process.cwd(), 'public', 'assets', 'manifest.json');
