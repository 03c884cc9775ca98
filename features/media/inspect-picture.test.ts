import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspectPicture } from './inspect-picture.ts';
import { claimedPng, photograph } from './testing/sample-pictures.ts';

const inspect = (file: Buffer) => inspectPicture(file, file);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const iso = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mif1`, 'latin1');

describe('a file that comes in', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('is let in as what its bytes say: %s', async (format) => {
    const file = await sharp(await photograph(40, 20))
      .toFormat(format)
      .toBuffer();
    expect(await inspect(file)).toEqual({ mediaType: `image/${format}`, width: 40, height: 20 });
  });

  test('has the size that people see when its camera was turned', async () => {
    expect(await inspect(await photograph(40, 20, { orientation: 6 }))).toMatchObject({ width: 20, height: 40 });
  });

  test.each([
    ['a GIF', Buffer.from('GIF89a, or so it says'), 'GIF'],
    ['an SVG', Buffer.from(svg), 'SVG'],
    ['an SVG behind an XML declaration', Buffer.from(`\n<?xml version="1.0"?><!-- x -->${svg}`), 'SVG'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'HTML'],
    ['a page behind a comment', Buffer.from('<!-- a --><body>'), 'HTML'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['an archive', Buffer.from('PK\x03\x04'), 'ZIP'],
    ['a HEIC', iso('heic'), 'HEIC'],
    ['a film', iso('isom').subarray(0, 20), 'video'],
    ['a TIFF', Buffer.from('II*\0'), 'TIFF'],
  ])('is refused by its true name: %s', async (_what, file, name) => {
    await expect(inspect(file)).rejects.toMatchObject({
      code: 'invalid',
      message: `The file’s type is ${name}. Pictures are added as JPEG, PNG, WebP or AVIF.`,
    });
  });

  test('is refused when nobody knows what it is', async () => {
    await expect(inspect(Buffer.from('hello'))).rejects.toThrow('This is not a JPEG, PNG, WebP or AVIF picture');
  });

  test.each([
    ['JPEG', Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1')],
    ['PNG', Buffer.from('\x89PNG\r\n\x1a\n<svg onload=alert(1)>', 'latin1')],
    ['AVIF', iso('avif')],
    ['WebP', Buffer.from('RIFF\0\0\0\0WEBP<html>', 'latin1')],
  ])('is refused as damaged when it only begins like a %s', async (_what, file) => {
    await expect(inspect(file)).rejects.toThrow('damaged');
  });

  test('of 30,000 × 30,000 pixels is refused by its header, and its pixels are never made', async () => {
    const before = process.memoryUsage().rss;
    await expect(inspect(claimedPng(30_000, 30_000))).rejects.toMatchObject({
      code: 'invalid',
      message: 'The picture has 30,000 × 30,000 pixels. It may have 60 megapixels at most.',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('that moves is refused', async () => {
    const frames = await Promise.all(['#fff', '#000'].map((background) => photograph(20, 20, { background })));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    await expect(inspect(moving)).rejects.toThrow('The picture moves.');
  });
});
