import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '#lib/env.ts';

const manifest = z.object({ readerScript: z.string().regex(/^\/assets\/reader-[0-9a-f]+\.js$/) });

let known: string | undefined;

/**
 * The address of the readers' script as islands/build.ts left it: read once, but anew for each page in development,
 * where it changes, and null there where it was not built yet. In production that throws.
 */
export function readerScript(): string | null {
  const development = env().NODE_ENV === 'development';
  if (known && !development) return known;
  if (development && !existsSync(manifestFile())) return null;
  known = manifest.parse(JSON.parse(readFileSync(manifestFile(), 'utf8'))).readerScript;
  return known;
}

/** The site is started in its own folder; a bundle of Next has no other way to know where that is. */
const manifestFile = (): string => join(process.cwd(), 'public', 'assets', 'manifest.json');
