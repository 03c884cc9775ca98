import { createHash } from 'node:crypto';

/** The key of a story without an address of its own: of the same words it is always the same. */
export function importKeyOf(format: string, ...words: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(words.map((part) => part.normalize('NFC'))));
  return `${format}:${digest.digest('hex').slice(0, 32)}`;
}
