import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..', '..');
const source = import.meta.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2');

/** Where the reader's layout takes the text face from; Next gives it an address by its content. */
const target = join(root, 'public', 'assets', 'source-serif.woff2');

/** What the face covers; any other character is drawn from the reader's own fonts. */
const characters = [
  range(0x20, 0x7e),
  'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœ',
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŒ',
  '\u00a0¡¢£©«®°²³·»½¿×€™',
  '‐‑‒–—‘’‚“”„†•…′″‹›−',
].join('');

/** Makes the text face and puts it where the layout finds it. */
export async function buildFonts(): Promise<{ file: string; bytes: number }> {
  const face = await makeTextFace();
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, face);
  return { file: target, bytes: face.byteLength };
}

/**
 * The text face that pages load, as WOFF2: Latin letters and punctuation, weights from regular to bold on one axis,
 * kerning and the common ligatures. 51 kB become less than 30.
 */
export async function makeTextFace(): Promise<Buffer> {
  return subsetFont(await readFile(fileURLToPath(source)), characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: ['kern', 'liga', 'ccmp'],
    noHinting: true,
  });
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

if (import.meta.main) {
  const { bytes } = await buildFonts();
  console.log(`The text face has ${bytes.toLocaleString('en')} bytes.`);
}
