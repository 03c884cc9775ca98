import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentPair, contrast, isColour } from './accent.ts';
import { palette } from './palette.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('text in any accent can be read on paper and on wash, light and dark', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      for (const [scheme, accent] of accentPair(chosen).entries()) {
        expect(isColour(accent)).toBe(true);
        for (const ground of [palette.paper, palette.wash]) {
          expect(contrast(accent, ground[scheme] as string)).toBeGreaterThanOrEqual(4.5);
        }
      }
    }),
  );
});

test('an accent that can be read stays as it was chosen', () => {
  expect(accentPair('#052962')[0]).toBe('#052962');
  expect(accentPair('#ffe500')[1]).toBe('#ffe500');
});

test("the palette's own text can be read where it stands", () => {
  for (const scheme of [0, 1] as const) {
    for (const text of ['ink', 'soft', 'accent'] as const) {
      expect(contrast(palette[text][scheme], palette.paper[scheme]), text).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[text][scheme], palette.wash[scheme]), text).toBeGreaterThanOrEqual(4.5);
    }
  }
});
