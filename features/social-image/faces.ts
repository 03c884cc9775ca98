import 'server-only';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';
import { z } from 'zod';

/** Families of faces that together cover a text, as the canvas is told of them. */
export type FamilyList = string;

type Lead = 'source-serif-4' | 'public-sans';

const emoji = '@fontsource/noto-color-emoji';
const otherScripts = ['arabic', 'hebrew', 'devanagari', 'thai'].map((name) => `noto-sans-${name}`);

/**
 * Has the faces ready that the text needs, each part of a font only once somebody writes in it: `lead` where it has the
 * characters, else Noto. What none of them has is drawn with what the system has.
 */
export async function facesFor(text: string, language: string, lead: Lead): Promise<FamilyList> {
  const packages = [lead, 'source-serif-4', ...otherScripts, ...cjkFor(language)].map((name) => variable(name));
  const needed = new Set<string>();
  const missing = new Set<number>();
  for (const character of text) missing.add(character.codePointAt(0) ?? 0);
  for (const font of [...new Set(packages)]) {
    if (missing.size === 0) break;
    for (const part of await partsOf(font)) {
      const covered = [...missing].filter((point) => part.ranges.some(([from, to]) => point >= from && point <= to));
      if (covered.length === 0) continue;
      for (const point of covered) missing.delete(point);
      needed.add(await register(font, part.name, `${font.split('/')[1]}-${part.name}-wght-normal`));
    }
  }
  if (/\p{Emoji_Presentation}|\uFE0F|\u20E3/u.test(text)) {
    needed.add(await register(emoji, 'emoji', 'noto-color-emoji-emoji-400-normal'));
  }
  return [...[...needed].map((family) => `"${family}"`), 'sans-serif'].join(', ');
}

const variable = (name: string): string => `@fontsource-variable/${name}`;

/** The same character is written otherwise in each of these languages: its own face comes first. */
function cjkFor(language: string): string[] {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const chinese = script === 'Hant' ? 'tc' : 'sc';
  const own = { ko: 'kr', zh: chinese }[base] ?? 'jp';
  return [...new Set([own, 'jp', 'kr', 'sc', 'tc'])].map((name) => `noto-sans-${name}`);
}

interface Part {
  readonly name: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const known = new Map<string, Promise<readonly Part[]>>();

/** The parts of a font and what each covers, as its package says. */
function partsOf(font: string): Promise<readonly Part[]> {
  const parts = known.get(font) ?? readParts(font);
  known.set(font, parts);
  return parts;
}

async function readParts(font: string): Promise<Part[]> {
  const file = fileURLToPath(import.meta.resolve(`${font}/unicode.json`));
  const parts = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.entries(parts).map(([name, text]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: text.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}

const registered = new Map<string, Promise<string>>();

/** Makes a file known to the canvas as a family of its own, once. */
function register(font: string, part: string, file: string): Promise<string> {
  const family = `${font.split('/')[1]} ${part}`;
  const ready = registered.get(family) ?? load(font, file, family);
  registered.set(family, ready);
  return ready;
}

async function load(font: string, file: string, family: string): Promise<string> {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(`${font}/files/${file}.woff2`)));
  if (!GlobalFonts.register(bytes, family)) throw new Error(`The face ${family} could not be read.`);
  return family;
}
