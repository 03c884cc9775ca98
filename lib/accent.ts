import { palette } from '#lib/palette.ts';

/** The least contrast of text on what it stands on (WCAG 1.4.3). */
const leastContrast = 4.5;

/** A colour as six hexadecimal digits after a number sign, in lower case. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/**
 * An accent for light and for dark paper: the colour itself where text in it can be read, else the nearest of its hue
 * that can. Lightness is that of OKLab (https://bottosson.github.io/posts/oklab/).
 */
export function accentPair(colour: string): readonly [light: string, dark: string] {
  if (colour === palette.accent[0]) return palette.accent;
  return [readable(colour, 0, -1), readable(colour, 1, 1)];
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function readable(colour: string, scheme: 0 | 1, direction: 1 | -1): string {
  const grounds = [palette.paper[scheme], palette.wash[scheme]];
  const [lightness, a, b] = toOklab(colour);
  for (let step = 0; step <= 100; step += 1) {
    const candidate = step === 0 ? colour : fromOklab(lightness + (direction * step) / 100, a, b);
    if (grounds.every((ground) => contrast(candidate, ground) >= leastContrast)) return candidate;
  }
  return palette.ink[scheme];
}

type Triple = readonly [number, number, number];

function channels(colour: string): Triple {
  const number = Number.parseInt(colour.slice(1), 16);
  return [linear(number >> 16), linear((number >> 8) & 255), linear(number & 255)];
}

function linear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toOklab(colour: string): Triple {
  const [red, green, blue] = channels(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab(lightness: number, a: number, b: number): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${rgb.map(hexadecimal).join('')}`;
}

function hexadecimal(value: number): string {
  const inside = Math.min(1, Math.max(0, value));
  const curved = inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
  return Math.round(curved * 255)
    .toString(16)
    .padStart(2, '0');
}
