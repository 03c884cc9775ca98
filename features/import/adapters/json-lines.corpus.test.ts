import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodyText } from '#features/body/model.ts';
import type { ImportEntry } from '#features/import/model.ts';
import { jsonLines } from './json-lines.ts';

const corpus = resolve('../shared/corpora/news.jsonl.gz');

describe.skipIf(!existsSync(corpus))('the corpus of real articles', () => {
  test('is read whole, with nothing of its markup left over', { timeout: 300_000 }, async () => {
    const read: ImportEntry[] = [];
    for await (const entry of jsonLines.read(createReadStream(corpus))) read.push(entry);
    const all = read.flatMap((entry) => ('story' in entry ? entry.story : []));
    expect(read.filter((entry) => 'problem' in entry)).toEqual([]);
    expect(all).toHaveLength(2266);
    expect(new Set(all.map(({ importKey }) => importKey)).size).toBe(2266);
    expect(all.filter(({ bylines }) => bylines.includes('Wikinews contributors'))).toHaveLength(272);
    expect(all.filter(({ licence }) => licence === 'CC BY 2.5')).toHaveLength(272);
    expect(
      all.filter(({ body }) => /\{\{|\[youtube|\]\( "/.test(bodyText(body))).map(({ importKey }) => importKey),
    ).toEqual([]);
  });
});
