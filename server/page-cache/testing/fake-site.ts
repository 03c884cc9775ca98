import type { CachedPage, PageHistory } from '../cached-page.ts';
import type { PageAddress } from '../page-address.ts';
import { pageAddress } from '../page-address.ts';
import { type Answer, PageCache } from '../page-cache.ts';
import type { Rendered } from '../renders.ts';

/** A render that waits for the test to end it. */
export interface HeldRender {
  readonly address: PageAddress;
  readonly history: PageHistory;
  readonly end: (rendered: Rendered) => void;
}

interface FakeSiteOptions {
  readonly maxBytes?: number;
  readonly concurrentRenders?: number;
  readonly waitingRenders?: number;
}

/** A page cache over renders and a clock that belong to the test. */
export class FakeSite {
  time = 1_000_000;
  /** All renders that ever began, in order. */
  readonly renders: HeldRender[] = [];
  readonly cache: PageCache;

  constructor(options: FakeSiteOptions = {}) {
    this.cache = new PageCache({
      maxBytes: 1_000_000,
      ...options,
      now: () => this.time,
      render: (address, history) =>
        new Promise((resolve) => {
          this.renders.push({ address, history, end: resolve });
        }),
    });
  }

  /** Asks for a page and lets what follows at once happen. The answer may still be to come. */
  async ask(url: string): Promise<{ readonly answer: Promise<Answer> }> {
    const answer = this.cache.obtain(addressOf(url));
    await settled();
    return { answer };
  }

  /** Ends the nth render with a page, or with a failure of this status. */
  async end(index: number, page: CachedPage | 500 | 503): Promise<void> {
    const render = this.renders[index];
    if (!render) throw new Error(`There is no render ${index}.`);
    render.end(typeof page === 'number' ? { ok: false, status: page } : { ok: true, page });
    await settled();
  }

  /** Has this page in the store, as by a request long ago. */
  async store(url: string, page: CachedPage): Promise<void> {
    const { answer } = await this.ask(url);
    await this.end(this.renders.length - 1, page);
    await answer;
  }
}

export function addressOf(url: string): PageAddress {
  const address = pageAddress(url, undefined);
  if (typeof address === 'number') throw new Error(`${url} is no address.`);
  return address;
}

/** A finished page that says `text`. */
export function fakePage(text: string, facts: Partial<CachedPage> = {}): CachedPage {
  const body = Buffer.from(text);
  const identity = { body, etag: `"${text}"`, headers: [], notModifiedHeaders: [] };
  const validUntil = Math.min(
    facts.validUntil ?? Number.POSITIVE_INFINITY,
    facts.servableUntil ?? Number.POSITIVE_INFINITY,
  );
  return {
    status: 200,
    identity,
    gzip: undefined,
    br: undefined,
    tags: [],
    surrogateKey: '',
    servableUntil: Number.POSITIVE_INFINITY,
    lastModified: 0,
    storable: true,
    size: 1000 + body.length,
    ...facts,
    validUntil,
    surrogateShortFrom: validUntil,
  };
}

/** What an answer says, in short: its text, `stale` before an old copy, or the status of a failure. */
export async function said(asked: { readonly answer: Promise<Answer> }): Promise<string | number> {
  const answer = await asked.answer;
  if (answer.kind === 'failure') return answer.status;
  return `${answer.stale ? 'stale ' : ''}${answer.page.identity.body}`;
}

/** Everything that can happen without time passing has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
