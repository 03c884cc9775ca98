import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Answers of another status are failures. */
  readonly status: 200 | 304;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p99Milliseconds: number;
  /** Answers of another status, and requests without an answer. */
  readonly failures: number;
}

// A process of its own, so that it competes with no server for a thread.
process.on('message', async ({ url, headers, status, connections, seconds }: Load) => {
  const began = performance.now();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    headers: { ...headers },
  });
  const wanted = result[status === 200 ? '2xx' : '3xx'];
  const answered = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx'];
  const answer: LoadResult = {
    requestsPerSecond: wanted / ((performance.now() - began) / 1000),
    p99Milliseconds: result.latency.p99,
    failures: answered - wanted + result.errors,
  };
  process.send?.(answer);
});
