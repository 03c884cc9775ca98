import type { Surface } from './surfaces.ts';

interface Asked {
  readonly url: string;
  readonly surface: Surface;
}

/**
 * Asks several sites for the same kind of page in turns, so that whatever else the machine does falls on each of them
 * alike. Gives of each site the milliseconds from asking to the whole answer, and how many addresses the last one lists.
 */
export async function measureInTurns(
  sites: readonly Asked[],
  { warmUps, times }: { readonly warmUps: number; readonly times: number },
): Promise<{ milliseconds: number[]; listed: number }[]> {
  const measured = sites.map(() => ({ milliseconds: [] as number[], listed: 1 }));
  for (let turn = 0; turn < warmUps + times; turn += 1) {
    for (const [index, { url, surface }] of sites.entries()) {
      const path = surface.paths[turn % surface.paths.length] as string;
      const began = performance.now();
      const response = await fetch(url + path);
      const text = await response.text();
      const took = performance.now() - began;
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
      const site = measured[index] as (typeof measured)[number];
      if (turn >= warmUps) site.milliseconds.push(took);
      if (surface.grows) site.listed = Math.max(1, text.split('<loc>').length - 1);
    }
  }
  return measured;
}
