import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FaceName, faces, further, makeFace } from './fonts.ts';

test('the faces are WOFF2, and those of the common characters fit into what a connection carries at first', async () => {
  for (const name of Object.keys(faces) as FaceName[]) {
    const face = await makeFace(name);
    expect(face.subarray(0, 4).toString('latin1')).toBe('wOF2');
    // Ten packets of 1,460 bytes (RFC 6928), with some room for the headers.
    if (faces[name].characters !== faces['source-serif-italic'].characters)
      expect(face.byteLength).toBeLessThan(14_300);
  }
});

test('the readers’ layout says in which ranges the further characters are', async () => {
  const layout = await readFile(join(import.meta.dirname, '../../app/(reader)/layout.tsx'), 'utf8');
  const declared = [...layout.matchAll(/'unicode-range', value: '([^']+)'/g)].map(([, value = '']) => value);
  expect(declared).toHaveLength(2);
  for (const value of declared) {
    const ranges = value.split(', ').map((range) =>
      range
        .slice(2)
        .split('-')
        .map((end) => Number.parseInt(end, 16)),
    );
    const missing = [...further].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return !ranges.some(([first = 0, last = first]) => code >= first && code <= last);
    });
    expect(missing).toEqual([]);
  }
});
