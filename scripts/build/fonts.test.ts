import { expect, test } from 'vitest';
import { makeTextFace } from './fonts.ts';

test('the text face is WOFF2 of at most 30 kB', async () => {
  const face = await makeTextFace();
  expect(face.subarray(0, 4).toString('latin1')).toBe('wOF2');
  expect(face.byteLength).toBeLessThan(30_000);
});
