import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#lib/errors.ts';
import { preparePicture } from './renditions.ts';

/** A plain picture of so many pixels, as a camera would hand it over. */
function photograph(width: number, height: number, { orientation = 1 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#204060' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'A. Photographer' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation })
    .toBuffer();
}

const sizes = async (original: Buffer) =>
  (await preparePicture(original)).renditions.map(({ format, width, height }) => `${format} ${width}x${height}`);

describe('a picture that comes in', () => {
  test('is made in AVIF and WebP for every width up to its own, and once in JPEG', async () => {
    expect(await sizes(await photograph(1000, 500))).toEqual([
      'avif 480x240',
      'webp 480x240',
      'avif 960x480',
      'webp 960x480',
      'avif 1000x500',
      'webp 1000x500',
      'jpeg 960x480',
    ]);
  });

  test('is never made larger than it is', async () => {
    expect(await sizes(await photograph(200, 100))).toEqual(['avif 200x100', 'webp 200x100', 'jpeg 200x100']);
  });

  test('is turned as its camera was held, and its size is that of the turned one', async () => {
    const prepared = await preparePicture(await photograph(400, 200, { orientation: 6 }));
    expect(prepared).toMatchObject({ width: 200, height: 400, mediaType: 'image/jpeg' });
    expect(prepared.renditions.every(({ width, height }) => height === width * 2)).toBe(true);
  });

  test('leaves behind where and with what it was taken', async () => {
    const original = await photograph(100, 100);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    for (const { bytes } of (await preparePicture(original)).renditions) {
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    }
  });

  test('is named by its content: the same bytes have the same names, others have others', async () => {
    const keys = async (original: Buffer) => (await preparePicture(original)).renditions.map((one) => one.storageKey);
    const [one, other] = await Promise.all([photograph(100, 100), photograph(101, 100)]);
    expect(await keys(one)).toEqual(await keys(Buffer.from(one)));
    expect(new Set([...(await keys(one)), ...(await keys(other))]).size).toBe(6);
  });

  test.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('is refused in a sentence when it is %s', async (_what, bytes) => {
    await expect(preparePicture(bytes)).rejects.toThrow(Refusal);
  });

  test('is refused when it is larger than 40 MB, before anything is decoded', async () => {
    await expect(preparePicture(Buffer.alloc(41 * 1024 * 1024))).rejects.toMatchObject({
      code: 'invalid',
      message: 'The picture is larger than 40 MB.',
    });
  });
});
