import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { planRenditions } from './model-renditions.ts';
import { makeRendition } from './renditions.ts';
import { photograph } from './testing/sample-pictures.ts';

const middle = { x: 0.5, y: 0.5 };
const sha256 = '0123456789abcdef'.repeat(4);
const plan = (width: number, height: number, focus = middle) => planRenditions({ sha256, width, height }, focus);

describe('of a picture', () => {
  test('AVIF and WebP are made in every width up to its own, one JPEG, and those for other sites and search engines', () => {
    const planned = plan(2000, 1000).map(({ format, width }) => `${format} ${width}`);
    expect(planned).toEqual([
      ...['avif 320', 'webp 320', 'avif 640', 'webp 640', 'avif 960', 'webp 960', 'avif 1600', 'webp 1600'],
      ...['jpeg 960', 'jpeg 1280', 'jpeg 944', 'jpeg 720', 'jpeg 1200'],
    ]);
  });

  test('nothing is planned larger than it is, nor higher than a format can be', () => {
    expect(plan(200, 100).map(({ format, width }) => `${format} ${width}`)).toEqual([
      'avif 200',
      'webp 200',
      'jpeg 200',
    ]);
    const tall = plan(1000, 50_000);
    expect(tall.every(({ width, cut }) => cut || (width * 50_000) / 1000 <= 16_000)).toBe(true);
    expect(new Set(tall.map(({ storageKey }) => storageKey)).size).toBe(tall.length);
  });

  test('a line of one pixel still has renditions', () => {
    expect(plan(1, 60_000).map(({ width }) => width)).toEqual([1, 1, 1]);
  });

  test('the part for other sites keeps the focal point in sight, at the edges too', () => {
    const cut = (x: number, y: number) => plan(3000, 3000, { x, y }).at(-1)?.cut;
    expect(cut(0.5, 0.5)).toEqual({ scaled: { width: 1200, height: 1200 }, left: 0, top: 285, height: 630 });
    expect(cut(0.5, 0)).toMatchObject({ top: 0 });
    expect(cut(0.5, 1)).toMatchObject({ top: 570 });
  });

  test('search engines have it in 16:9, 4:3 and 1:1, each with the focal point in sight', () => {
    const shapes = plan(4000, 3000, { x: 0.9, y: 0.1 }).slice(-4, -1);
    expect(shapes.map(({ width, cut }) => width / (cut?.height ?? 0))).toEqual([16 / 9, 4 / 3, 1]);
    for (const { width, cut } of shapes) {
      const { scaled, left, top, height } = cut!;
      expect(scaled.width * 0.9 - left).toBeLessThanOrEqual(width);
      expect(scaled.height * 0.1 - top).toBeGreaterThanOrEqual(0);
      expect(scaled.height * 0.1 - top).toBeLessThanOrEqual(height);
    }
  });

  test.each([720, 944])('of %i pixels across has one JPEG of that width', (width) => {
    const jpegs = plan(width, 900).filter(({ format }) => format === 'jpeg');
    expect(new Set(jpegs.map((one) => one.width)).size).toBe(jpegs.length);
  });

  test('what is cut has another key for another focal point, everything else the same', () => {
    const [one, other] = [plan(2000, 1000), plan(2000, 1000, { x: 0.1, y: 0.5 })].map((plans) =>
      plans.map(({ storageKey }) => storageKey),
    );
    expect(one?.slice(0, -4)).toEqual(other?.slice(0, -4));
    expect(one?.slice(-4).filter((key) => other?.includes(key))).toEqual([]);
  });
});

describe('a rendition', () => {
  test('is turned as the camera was held', async () => {
    const original = await photograph(400, 200, { orientation: 6 });
    const [first] = plan(200, 400);
    expect(await makeRendition(original, first!)).toMatchObject({ width: 200, height: 400 });
  });

  test('has left behind where and with what it was taken', async () => {
    const original = await photograph(1300, 700);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    for (const one of plan(1300, 700)) {
      const { exif, xmp, iptc } = await sharp((await makeRendition(original, one)).bytes).metadata();
      expect([one.format, exif, xmp, iptc]).toEqual([one.format, undefined, undefined, undefined]);
    }
  });

  test('for other sites has exactly their size', async () => {
    const original = await photograph(1300, 2000);
    const made = await makeRendition(original, plan(1300, 2000, { x: 1, y: 1 }).at(-1)!);
    expect(made).toMatchObject({ width: 1200, height: 630 });
  });

  test('for search engines has exactly its shape', async () => {
    const original = await photograph(1300, 800);
    const made = await Promise.all(
      plan(1300, 800)
        .slice(-4, -1)
        .map((one) => makeRendition(original, one)),
    );
    expect(made.map(({ width, height }) => [width, height])).toEqual([
      [1280, 720],
      [944, 708],
      [720, 720],
    ]);
  });

  test.each([
    ['printed colours (CMYK)', () => sharp(plain).toColourspace('cmyk').jpeg().toBuffer()],
    ['16 bits a colour', () => sharp(plain).toColourspace('rgb16').png().toBuffer()],
    ['grey', () => sharp(plain).greyscale().png().toBuffer()],
    [
      'transparent',
      () =>
        sharp({ create: { ...plain.create, channels: 4 as const } })
          .png()
          .toBuffer(),
    ],
  ])('of a picture with %s is plain sRGB of 8 bits', async (_what, original) => {
    for (const one of plan(1300, 700)) {
      const { bytes } = await makeRendition(await original(), one);
      const { depth, space } = await sharp(bytes).metadata();
      expect([one.format, depth, space === 'cmyk']).toEqual([one.format, 'uchar', false]);
    }
  });

  test('of a file that breaks off is not made', async () => {
    const original = await photograph(800, 600);
    const broken = original.subarray(0, Math.floor(original.length / 2));
    await expect(makeRendition(broken, plan(800, 600)[0]!)).rejects.toThrow();
  });
});

const plain = { create: { width: 1300, height: 700, channels: 3 as const, background: '#c04020' } };
