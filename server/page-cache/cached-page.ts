import { createHash } from 'node:crypto';
import type { Encoding } from '#server/http/accept-encoding.ts';
import { compress } from './compress.ts';
import type { PageContent, PageFacts } from './page-content.ts';
import { type HeaderSettings, notModifiedHeaders, pageHeaders, surrogateKeyOf } from './page-headers.ts';

/** A finished page: everything that answering a request for it takes, made once. It never changes. */
export interface CachedPage {
  readonly status: number;
  readonly identity: Variant;
  readonly gzip: Variant | undefined;
  readonly br: Variant | undefined;
  readonly tags: readonly string[];
  /** The tags as a header for front servers; readers have no use for it. Empty where there are none. */
  readonly surrogateKey: string;
  /** From this moment (epoch milliseconds) the page must be rendered anew. */
  readonly validUntil: number;
  /** From this moment the page may not be shown at all. */
  readonly servableUntil: number;
  /** Epoch milliseconds in whole seconds, 0 where nothing is known. */
  readonly lastModified: number;
  /** False for a page made for one reader: it is neither kept nor shared. */
  readonly storable: boolean;
  /** From this moment on Surrogate-Control must say less than it usually does. */
  readonly surrogateShortFrom: number;
  /** Bytes of memory: all encodings, headers, and an allowance for objects and the index of tags. */
  readonly size: number;
}

/** One encoding of a page. The header arrays are flat (name, value, …) and begin with Surrogate-Control. */
export interface Variant {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: readonly string[];
  readonly notModifiedHeaders: readonly string[];
  /** Where the same was compressed anew: by what readers know the bytes that they got before. */
  readonly former?: { readonly etag: string; readonly notModifiedHeaders: readonly string[] };
}

/** What was known of this address before, so that equal bytes are not compressed twice and dates stay honest. */
export interface PageHistory {
  readonly previous: CachedPage | undefined;
  /** Since this moment no page may claim to be unmodified: something was withdrawn then. */
  readonly modifiedFloor: number;
  readonly now: number;
}

export interface FinishSettings extends HeaderSettings {
  /** The encodings to make; a page that is not kept needs only the one that was asked for. */
  readonly encodings: readonly Encoding[];
}

/** Makes a page ready to send: compressed (text of a kilobyte and more, where it helps), with validators and headers. */
export async function finishPage(
  content: PageContent,
  facts: PageFacts,
  settings: FinishSettings,
  history: PageHistory,
): Promise<CachedPage> {
  const hash = createHash('sha256').update(content.body).digest('base64url').slice(0, 22);
  const { previous } = history;
  const same = previous?.identity.etag === `"${hash}"` ? previous : undefined;
  const bodies = same ? bodiesOf(same) : await compress(content.body, content.contentType, settings.encodings);
  const tags = [...facts.tags];
  const surrogateKey = facts.cacheable ? surrogateKeyOf(tags) : '';
  const validUntil = Math.min(facts.validUntil, facts.servableUntil);
  const lastModified = content.status === 200 ? modified(facts.lastModified, history, same) : 0;
  const variant = (encoding: Encoding, body: Buffer): Variant => {
    const etag = same?.[encoding]?.etag ?? (encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`);
    const keepable = surrogateKey !== undefined;
    const parts = { content, keepable, encoding, etag, lastModified, length: body.length, storable: facts.cacheable };
    return {
      body,
      etag,
      headers: pageHeaders(parts, settings),
      notModifiedHeaders: notModifiedHeaders(parts, settings),
    };
  };
  const page = {
    status: content.status,
    identity: variant('identity', bodies.identity),
    gzip: bodies.gzip && variant('gzip', bodies.gzip),
    br: bodies.br && variant('br', bodies.br),
    tags,
    surrogateKey: surrogateKey ?? '',
    validUntil,
    servableUntil: facts.servableUntil,
    lastModified,
    storable: facts.cacheable,
    surrogateShortFrom: validUntil - settings.surrogateMaxAge * 1000,
  };
  return { ...page, size: sizeOf(page) };
}

/**
 * When the page's bytes last changed. The content's own date is not enough for If-Modified-Since: a page can change
 * without it (a new menu), and a list from which a story was withdrawn grows older by it.
 */
function modified(contentDate: number, history: PageHistory, same: CachedPage | undefined): number {
  if (contentDate === 0) return 0;
  if (same && same.lastModified > 0) return same.lastModified;
  const changed = history.previous ? history.now : 0;
  const latest = Math.min(Math.max(contentDate, history.modifiedFloor, changed), history.now);
  return Math.floor(latest / 1000) * 1000;
}

function bodiesOf(page: CachedPage): Partial<Record<Encoding, Buffer>> & { identity: Buffer } {
  return { identity: page.identity.body, gzip: page.gzip?.body, br: page.br?.body };
}

/** Bytes of memory that a page takes, as they count against the limit. */
export function sizeOf(page: Omit<CachedPage, 'size'>): number {
  let size = 1024 + page.surrogateKey.length;
  for (const tag of page.tags) size += 128 + 2 * tag.length;
  for (const variant of [page.identity, page.gzip, page.br]) {
    if (!variant) continue;
    size += variant.body.length;
    for (const text of variant.headers) size += 16 + text.length;
    for (const text of variant.notModifiedHeaders) size += 16 + text.length;
  }
  return size;
}
