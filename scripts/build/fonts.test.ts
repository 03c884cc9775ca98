import { expect, test } from 'vitest';
import { type FaceName, faces, makeFace } from './fonts.ts';

test('the faces are WOFF2, those that stand up of at most 54 kB together, a slanted one of at most 18', async () => {
  const names = Object.keys(faces) as FaceName[];
  const made = await Promise.all(names.map(async (name) => ({ name, face: await makeFace(name) })));
  for (const { face } of made) expect(face.subarray(0, 4).toString('latin1')).toBe('wOF2');
  const bytesOf = (slanted: boolean) =>
    made.filter(({ name }) => name.includes('italic') === slanted).map(({ face }) => face.byteLength);
  expect(bytesOf(false).reduce((sum, size) => sum + size, 0)).toBeLessThan(54_000);
  expect(Math.max(...bytesOf(true))).toBeLessThan(18_000);
});
