/** A type of file, told by its first bytes alone: what its name or sender says is not looked at. */
interface SniffedType {
  readonly mediaType: string;
  /** What people call it. */
  readonly name: string;
  /** Whether it is one of those that can be shown. */
  readonly accepted: boolean;
}

/** How many of a file's first bytes are looked at. */
export const sniffedBytes = 512;

/** The type of a file by its signature (WHATWG MIME Sniffing; ISO/IEC 14496-12 for brands); null for any other. */
export function sniffType(head: Uint8Array): SniffedType | null {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, sniffedBytes)).toString('latin1');
  const found = signatures.find(([, , fits]) => fits(text));
  return found ? { mediaType: found[0], name: found[1], accepted: accepted.has(found[0]) } : null;
}

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

type Fits = (text: string) => boolean;

const begins =
  (...starts: string[]): Fits =>
  (text) =>
    starts.some((start) => text.startsWith(start));

/** An ISO media file with one of these among its brands; with none given, any. */
const branded =
  (...brands: string[]): Fits =>
  (text) => {
    if (text.slice(4, 8) !== 'ftyp') return false;
    const listed = text.slice(8, 64).match(/[\s\S]{4}/g) ?? [];
    return brands.length === 0 || listed.some((brand) => brands.includes(brand));
  };

const byteOrderMark = /^(?:\u00ef\u00bb\u00bf)?\s*/;
const marked =
  (pattern: RegExp): Fits =>
  (text) =>
    pattern.test(text.replace(byteOrderMark, ''));

const signatures: readonly (readonly [mediaType: string, name: string, fits: Fits])[] = [
  ['image/jpeg', 'JPEG', begins('\xff\xd8\xff')],
  ['image/png', 'PNG', begins('\x89PNG\r\n\x1a\n')],
  ['image/webp', 'WebP', (text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'],
  ['image/avif', 'AVIF', branded('avif', 'avis')],
  ['image/heic', 'HEIC', branded('heic', 'heix', 'hevc', 'mif1')],
  ['video/mp4', 'video', branded()],
  ['image/gif', 'GIF', begins('GIF87a', 'GIF89a')],
  ['image/tiff', 'TIFF', begins('II*\0', 'MM\0*')],
  ['image/bmp', 'BMP', (text) => text.startsWith('BM') && text.slice(6, 10) === '\0\0\0\0'],
  ['application/pdf', 'PDF', begins('%PDF-')],
  ['application/zip', 'ZIP', begins('PK\x03\x04')],
  ['image/svg+xml', 'SVG', marked(/^(?:<\?xml|<!doctype svg|<!--|<svg)[\s\S]*?(?:<svg|xmlns)/i)],
  ['image/svg+xml', 'SVG', marked(/^<svg/i)],
  ['text/html', 'HTML', marked(/^<(?:!doctype html|html|head|body|script|iframe|!--)/i)],
];
