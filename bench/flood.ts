import { ask, startPart, stop } from './processes.ts';

/** What a flood of distinct addresses did to a page cache. Memory in megabytes, at the times when it was looked at. */
export interface Flood {
  readonly limitMegabytes: number;
  readonly addresses: number;
  readonly residentMegabytes: readonly number[];
  readonly bytesPerPage: number;
  readonly pages: number;
}

/** Floods a page cache that is a process of its own. */
export async function measureFlood(): Promise<Flood> {
  const cache = startPart('../server/page-cache/flood.ts');
  try {
    return await ask<Flood>(cache, {});
  } finally {
    await stop(cache);
  }
}
