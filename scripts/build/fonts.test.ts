import { expect, test } from 'vitest';
import { type FaceName, faces, makeFace } from './fonts.ts';

test('the faces are WOFF2, and of at most 72 kB together', async () => {
  const made = await Promise.all((Object.keys(faces) as FaceName[]).map(makeFace));
  for (const face of made) expect(face.subarray(0, 4).toString('latin1')).toBe('wOF2');
  expect(made.reduce((sum, face) => sum + face.byteLength, 0)).toBeLessThan(72_000);
});
