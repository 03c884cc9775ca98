import { setTimeout as sleep } from 'node:timers/promises';
import { VoteConnection } from './vote-connection.ts';

export interface Flood {
  readonly url: string;
  readonly articleId: string;
  readonly voters: number;
  readonly connections: number;
}

export interface FloodResult {
  /** Votes that were answered 'ok'. */
  readonly answered: number;
  readonly seconds: number;
  /** Of each answered vote, sorted, from sending to the answer; what was spent on a server that was away is not in it. */
  readonly milliseconds: Float64Array;
  /** Requests without an answer or with a 503, all sent again. */
  readonly failed: number;
  /** First votes of which no answer came: they may have been counted for a reader whose cookie was lost. */
  readonly lost: number;
  /** How each reader's vote stands, by what was answered last. */
  readonly standing: ReadonlyMap<string, boolean>;
}

interface Totals {
  readonly times: number[];
  readonly standing: Map<string, boolean>;
  failed: number;
  lost: number;
}

/** Every tenth reader votes twice, every twentieth takes it back, and every fortieth votes anew. */
function wishesOf(voter: number): readonly ('vote' | 'withdraw')[] {
  if (voter % 40 === 7) return ['vote', 'withdraw', 'vote'];
  if (voter % 20 === 3) return ['vote', 'withdraw'];
  return voter % 10 === 5 ? ['vote', 'vote'] : ['vote'];
}

// A process of its own, so that it competes with no server for a thread.
process.on('message', async (flood: Flood) => {
  const totals: Totals = { times: [], standing: new Map(), failed: 0, lost: 0 };
  let next = 0;
  const began = performance.now();
  const connection = async () => {
    const site = new VoteConnection(flood.url);
    while (next < flood.voters) await beVoter(next++, flood.articleId, site, totals);
    site.close();
  };
  await Promise.all(Array.from({ length: flood.connections }, connection));
  const result: FloodResult = {
    answered: totals.times.length,
    seconds: (performance.now() - began) / 1000,
    milliseconds: Float64Array.from(totals.times).sort(),
    failed: totals.failed,
    lost: totals.lost,
    standing: totals.standing,
  };
  process.send?.(result);
});

/** One reader with a browser and a network of its own, who tries again until each wish is answered. */
async function beVoter(voter: number, articleId: string, site: VoteConnection, totals: Totals): Promise<void> {
  const address = `10.${voter >> 8}.${voter & 255}.7`;
  let cookie = '';
  for (const intent of wishesOf(voter)) {
    for (;;) {
      const began = performance.now();
      const answer = await site.post({ articleId, address, cookie, intent }).catch(() => null);
      cookie ||= answer?.cookie ?? '';
      if (answer?.status === 200) {
        totals.times.push(performance.now() - began);
        totals.standing.set(cookie.slice('voter='.length).split('.')[0] ?? '', intent === 'vote');
        break;
      }
      if (answer && answer.status !== 503) throw new Error(`A vote was answered ${answer.status}: ${answer.body}`);
      totals.failed += 1;
      if (cookie === '') totals.lost += 1;
      await sleep(50);
    }
  }
}
