import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly encoding: 'identity' | 'gzip';
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p99Milliseconds: number;
  /** Answers other than 2xx, and requests without an answer. */
  readonly failures: number;
}

// A process of its own, so that it competes with no server for a thread.
process.on('message', async ({ url, encoding, connections, seconds }: Load) => {
  const began = performance.now();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    headers: { 'accept-encoding': encoding },
  });
  const answer: LoadResult = {
    requestsPerSecond: result['2xx'] / ((performance.now() - began) / 1000),
    p99Milliseconds: result.latency.p99,
    failures: result.non2xx + result.errors,
  };
  process.send?.(answer);
});
