import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';

/** What COPY can be given for a column; a Date goes to the millisecond. */
export type CopyValue = string | number | boolean | Date | null;

/** A text with what COPY's text format reserves written as escapes. Parts may be joined after it. */
export function escapeText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string) : text;
}

/** One line of COPY's text format. */
export function copyLine(...values: readonly CopyValue[]): string {
  return lineOfEscaped(...values.map((value) => escapeValue(value)));
}

/** The same, of values that are escaped already. */
export function lineOfEscaped(...values: readonly string[]): string {
  return `${values.join('\t')}\n`;
}

export function escapeValue(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Sends lines to `target`, which is written as SQL has it: `articles (id, kind)`. */
export async function copyInto(sql: postgres.ISql, target: string, lines: Iterable<string>): Promise<void> {
  const query = sql.unsafe(`copy ${target} from stdin`);
  const refused = refusalOf(query);
  const into = await query.writable();
  await Promise.race([refused, pipeline(Readable.from(inChunks(lines)), into)]);
}

/**
 * Rejects when the server refuses a row. The driver tells the query of it, but not the stream that it made of the
 * query, which would never end (porsager/postgres#1173).
 */
function refusalOf(query: object): Promise<never> {
  const inner = query as { reject(error: unknown): void };
  const refused = new Promise<never>((_, reject) => {
    const before = inner.reject;
    inner.reject = (error) => {
      before.call(inner, error);
      reject(error);
    };
  });
  // Nobody waits for it when the stream failed first.
  refused.catch(() => undefined);
  return refused;
}

const chunkCharacters = 128 * 1024;

/** The lines in pieces that are worth a system call. */
function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < chunkCharacters) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
