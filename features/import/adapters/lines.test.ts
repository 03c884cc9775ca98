import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Line, linesOf } from './lines.ts';

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield await Promise.resolve(bytes.subarray(start, start + size));
}

async function read(bytes: Uint8Array, size: number, longest?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(chunks(bytes, size), longest)) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  test('gives the same lines however the bytes come in', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n\ufeff]/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 50 }),
        async (texts, end, size) => {
          const lines = await read(new TextEncoder().encode(texts.map((text) => text + end).join('')), size);
          expect(lines).toEqual(texts.map((text, index) => ({ line: index + 1, text })));
        },
      ),
    );
  });

  test('passes over a byte order mark and reads a last line without an end', async () => {
    expect(await read(new TextEncoder().encode('\ufeffa\nb'), 3)).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
    ]);
  });

  test('reports a line that is too long or not UTF-8, and reads on', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${'x'.repeat(2_000_000)}\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from('c\n'),
    ]);
    expect(await read(bytes, 1000, 1024 * 1024)).toEqual([
      { line: 1, problem: 'The line is longer than 1 MB.' },
      { line: 2, problem: 'The line is not UTF-8 text.' },
      { line: 3, text: 'c' },
    ]);
  });
});
