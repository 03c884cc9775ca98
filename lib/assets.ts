import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '#lib/env.ts';

const manifest = z.object({ readerScript: z.string().regex(/^\/assets\/reader-[0-9a-f]+\.js$/) });

let known: string | undefined;

/**
 * The address of the readers' script as islands/build.ts left it. Read once, but anew for each page in development,
 * where it changes. Throws where the islands were not built.
 */
export function readerScript(): string {
  if (known && env().NODE_ENV === 'production') return known;
  known = manifest.parse(JSON.parse(readFileSync(manifestFile(), 'utf8'))).readerScript;
  return known;
}

/** The site is started in its own folder; a bundle of Next has no other way to know where that is. */
const manifestFile = (): string => join(process.cwd(), 'public', 'assets', 'manifest.json');
