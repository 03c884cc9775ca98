import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Point, round } from './drawing.ts';
import { palette } from './palette.ts';

export type Face = 'plain' | 'strong' | 'title' | 'aside';

type Setting = { face?: Face; size: number; fill?: string; anchor?: 'start' | 'middle' | 'end'; halo?: string };

type Letter = { advance: number; outline: string };

/** One line of text as outlines, its baseline at the point. A halo keeps it legible over a drawing. */
export function lettering(text: string, [x, y]: Point, setting: Setting): string {
  const { face = 'plain', size, fill = palette.ink, anchor = 'start', halo } = setting;
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * measure(text, face, size);
  let at = 0;
  const outlines = lettersOf(text, face).map(({ advance, outline }) => {
    const placed = `<g transform="translate(${at} 0)"><path d="${outline}"/></g>`;
    at += advance;
    return outline === '' ? '' : placed;
  });
  const scale = size / 1000;
  const stroke = halo ? ` stroke="${halo}" stroke-width="240" stroke-linejoin="round"` : '';
  const group = (extra: string): string =>
    `<g fill="${fill}"${extra} transform="translate(${round(x - shift)} ${round(y)}) scale(${scale} ${-scale})">${outlines.join('')}</g>`;
  return halo ? group(stroke) + group('') : group('');
}

/** The width in pixels that a line of text takes. */
export function measure(text: string, face: Face, size: number): number {
  return (lettersOf(text, face).reduce((sum, letter) => sum + letter.advance, 0) * size) / 1000;
}

function lettersOf(text: string, face: Face): Letter[] {
  const letters = faces(face);
  return [...text].map((character) => {
    const letter = letters.get(character);
    if (!letter) throw new Error(`The face '${face}' has no letter '${character}', which the label '${text}' needs.`);
    return letter;
  });
}

const loaded = new Map<Face, Map<string, Letter>>();

function faces(face: Face): Map<string, Letter> {
  const known = loaded.get(face);
  if (known) return known;
  const source = readFileSync(new URL(`./letters/${face}.json`, import.meta.url), 'utf8');
  const entries = Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(source)));
  const letters = new Map(entries.map(([character, entry]) => [character, letterOf(entry)]));
  loaded.set(face, letters);
  return letters;
}

function letterOf(entry: string): Letter {
  const space = entry.indexOf(' ');
  return { advance: Number(entry.slice(0, space)), outline: entry.slice(space + 1) };
}
