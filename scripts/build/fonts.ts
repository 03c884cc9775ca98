import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const folder = join(import.meta.dirname, '..', '..', 'public', 'assets');
const packages = '@fontsource-variable';

/** What nearly every word in English is written with: the faces of these come before the first words are painted. */
const common = `${range(0x20, 0x7e)}\u00a0£©·×€–—‘’“”…′″`;

/**
 * The rest of what the faces cover, in faces of their own that only pages with one of these load. Any other character is
 * drawn from the reader's own fonts.
 */
export const further = [
  'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœ',
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŒ',
  '¡¢«®°²³»½¿™‐‑‒‚„†•‹›−',
].join('');

interface Face {
  readonly source: string;
  readonly axes: Record<string, number | { min: number; max: number }>;
  readonly characters: string;
}

const serifText = {
  source: 'source-serif-4/files/source-serif-4-latin-opsz-normal',
  axes: { wght: 400, opsz: 14 },
};
const serifHead = { source: serifText.source, axes: { wght: 640, opsz: 32 } };
const serifItalic = { source: 'source-serif-4/files/source-serif-4-latin-opsz-italic', axes: serifText.axes };
const sans = { source: 'public-sans/files/public-sans-latin-wght-normal', axes: { wght: { min: 400, max: 700 } } };

/**
 * The faces that pages load, by the names of their files in public/assets, where the readers' layout takes them from;
 * Next gives them addresses by their content. Of the serif there are three cuts, each with one weight: for text, for
 * headlines (its forms are those for larger sizes), and slanted.
 */
export const faces = {
  'source-serif-text': { ...serifText, characters: common },
  'source-serif-head': { ...serifHead, characters: common },
  'public-sans': { ...sans, characters: common },
  'source-serif-italic': { ...serifItalic, characters: common + further },
  'source-serif-text-further': { ...serifText, characters: further },
  'source-serif-head-further': { ...serifHead, characters: further },
  'public-sans-further': { ...sans, characters: further },
} as const satisfies Record<string, Face>;

export type FaceName = keyof typeof faces;

/** Makes the faces and puts them where the layout finds them. Gives the bytes of each. */
async function buildFonts(): Promise<Record<FaceName, number>> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(faces) as FaceName[];
  const made = await Promise.all(
    names.map(async (name) => {
      const face = await makeFace(name);
      await writeFile(join(folder, `${name}.woff2`), face);
      return [name, face.byteLength] as const;
    }),
  );
  return Object.fromEntries(made) as Record<FaceName, number>;
}

/** A face as WOFF2: Latin letters and punctuation, kerning and the common ligatures. */
export async function makeFace(name: FaceName): Promise<Buffer> {
  const { source, axes, characters }: Face = faces[name];
  const file = fileURLToPath(import.meta.resolve(`${packages}/${source}.woff2`));
  return subsetFont(await readFile(file), characters, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: ['kern', 'liga', 'ccmp', 'tnum'],
    noHinting: true,
  });
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

if (import.meta.main) {
  const bytes = Object.values(await buildFonts()).reduce((sum, size) => sum + size, 0);
  console.log(`The faces have ${bytes.toLocaleString('en')} bytes together.`);
}
