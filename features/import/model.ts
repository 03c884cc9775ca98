import type { ImportedStory } from './schema.ts';

/**
 * What an importer found at one line of a file (counted from 1): a story, a sentence on why there is none, or a headline
 * seen in another site's lists, which never becomes public.
 */
export type ImportEntry = { line: number } & (
  | { story: ImportedStory }
  | { problem: string }
  | { stub: { headline: string; section: string } }
);

/** Reads one format. It keeps no more in memory than one story, and throws only when the input itself cannot be read. */
export interface ImportAdapter {
  readonly name: string;
  read(input: AsyncIterable<Uint8Array>): AsyncIterable<ImportEntry>;
}
