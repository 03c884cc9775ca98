import { expect, test } from 'vitest';
import { type PictureRow, toPictures } from './model.ts';

const row: PictureRow = {
  ...{ assetId: 'a', alt: 'A boat', caption: '', credit: '', assetWidth: 1200, assetHeight: 800 },
  ...{ focalX: 0.5, focalY: 0.5, format: 'webp', width: 480, storageKey: 'aa/b-480.webp' },
};

test.each([
  [0, 1, { x: 0, y: 10 }],
  [0.5, 0.5, { x: 5, y: 5 }],
  [0.33, 0.88, { x: 3, y: 9 }],
])('a focal point of %f and %f is told in tenths', (focalX, focalY, focus) => {
  expect(toPictures([{ ...row, focalX, focalY }]).get('a')?.focus).toEqual(focus);
});
