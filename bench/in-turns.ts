import { residentMegabytes } from './resident-memory.ts';
import type { Surface } from './surfaces.ts';

interface Asked {
  readonly url: string;
  /** The process that answers. */
  readonly pid: number | undefined;
  readonly surface: Surface;
}

/**
 * Asks several sites for the same kind of page in turns, so that whatever else the machine does falls on each of them
 * alike. Gives of each site the milliseconds from asking to the whole answer, how much the last one has of what the
 * surface goes by, and the megabytes of memory that its process held at most between answers.
 */
export async function measureInTurns(
  sites: readonly Asked[],
  { warmUps, times }: { readonly warmUps: number; readonly times: number },
): Promise<{ milliseconds: number[]; amount: number; megabytes: number }[]> {
  const measured = sites.map(() => ({ milliseconds: [] as number[], amount: 1, megabytes: 0 }));
  for (let turn = 0; turn < warmUps + times; turn += 1) {
    for (const [index, { url, pid, surface }] of sites.entries()) {
      const path = surface.paths[turn % surface.paths.length] as string;
      const began = performance.now();
      const response = await fetch(url + path);
      const text = await response.text();
      const took = performance.now() - began;
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
      const site = measured[index] as (typeof measured)[number];
      if (turn >= warmUps) site.milliseconds.push(took);
      site.megabytes = Math.max(site.megabytes, residentMegabytes(pid) ?? 0);
      site.amount = amountIn(text, surface.by);
    }
  }
  return measured;
}

function amountIn(text: string, by: Surface['by']): number {
  if (by === 'address') return Math.max(1, text.split('<loc>').length - 1);
  return by === 'kB' ? Math.round(Buffer.byteLength(text) / 1000) : 1;
}
