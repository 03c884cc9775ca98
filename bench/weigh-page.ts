import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pageParts } from './page-parts.ts';

/** Bytes of bodies as transferred under each encoding. */
export interface Bytes {
  readonly identity: number;
  readonly gzip: number;
  readonly br: number;
}

export const weighed = ['html', 'css', 'scripts', 'fonts', 'pictures'] as const;

/** What a page costs its first reader, by kind. */
export type PageWeight = Record<(typeof weighed)[number], Bytes>;

/**
 * Weighs a page and what it loads when it is opened: style sheets, scripts, pictures, the fonts that it asks for before
 * any style sheet does, and those of `fonts`, which a browser was seen to load for it.
 */
export async function weighPage(url: string, fonts: readonly string[]): Promise<PageWeight> {
  const page = await fetchInAll(url);
  const parts = pageParts(page.text);
  const weigh = async (links: readonly string[]) => {
    const addresses = [...new Set(links.map((link) => new URL(link, url).href))];
    return sumOf((await Promise.all(addresses.map(fetchInAll))).map(({ bytes }) => bytes));
  };
  return {
    html: page.bytes,
    css: await weigh(parts.sheets),
    scripts: await weigh(parts.scripts),
    fonts: await weigh([...parts.fonts, ...fonts]),
    pictures: await weigh(parts.pictures),
  };
}

/** All kinds together. */
export function totalOf(weight: PageWeight): Bytes {
  return sumOf(weighed.map((kind) => weight[kind]));
}

function sumOf(all: readonly Bytes[]): Bytes {
  const sum = (encoding: keyof Bytes) => all.reduce((so, bytes) => so + bytes[encoding], 0);
  return { identity: sum('identity'), gzip: sum('gzip'), br: sum('br') };
}

/** The text, and how many bytes it takes under each encoding that the server offers. */
async function fetchInAll(url: string): Promise<{ text: string; bytes: Bytes }> {
  const [identity, gzip, br] = await Promise.all([fetchAs(url, 'identity'), fetchAs(url, 'gzip'), fetchAs(url, 'br')]);
  const bytes = { identity: identity.length, gzip: gzip.length, br: br.length };
  return { text: identity.body.toString(), bytes };
}

/** With node:http, since fetch decodes what it gets and forgets how long it was. */
export function fetchAs(url: string, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}.`));
        const raw = Buffer.concat(chunks);
        const coding = response.headers['content-encoding'];
        resolve({ raw, rawHeaders: response.rawHeaders, length: raw.length, body: decode(raw, coding) });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

export interface Answer {
  /** As transferred. */
  readonly raw: Buffer;
  readonly rawHeaders: readonly string[];
  readonly length: number;
  readonly body: Buffer;
}

function decode(raw: Buffer, coding: string | undefined): Buffer {
  switch (coding) {
    case 'gzip':
      return gunzipSync(raw);
    case 'br':
      return brotliDecompressSync(raw);
    default:
      return raw;
  }
}
