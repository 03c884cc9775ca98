import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureCatalogue } from './catalogue.ts';
import { demoPicture, demoPictureFacts } from './demo-picture.ts';

const names = [...pictureCatalogue.keys()];

test('there are pictures for thirty stories, no two alike', () => {
  const drawings = [...pictureCatalogue.values()].map((source) => source.draw());
  expect(names.length).toBeGreaterThanOrEqual(30);
  expect(new Set(drawings).size).toBe(names.length);
});

test('a picture comes out the same each time it is drawn', () => {
  for (const [name, source] of pictureCatalogue) expect(source.draw(), name).toBe(source.draw());
});

test('every picture says what it shows and that it was generated', () => {
  for (const name of names) {
    const { alt, caption, credit } = demoPictureFacts(name);
    expect(alt.length, name).toBeGreaterThan(40);
    expect(caption.length, name).toBeGreaterThan(5);
    expect(credit, name).toMatch(/^(Generated|Chart by Broadsheet)/);
  }
});

test('a picture is a PNG of the size that it is said to have', async () => {
  const facts = demoPictureFacts('tidal-gate');
  const { format, width, height } = await sharp(await demoPicture('tidal-gate')).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: facts.width, height: facts.height });
});

test('a picture that does not exist is refused by name', () => {
  expect(() => demoPictureFacts('nowhere')).toThrow("The demonstration has no picture named 'nowhere'.");
});
