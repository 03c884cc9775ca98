import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '#lib/start-problem.ts';

export interface ClaimOptions {
  readonly patienceMilliseconds?: number;
  readonly signal?: AbortSignal;
}

/**
 * Sees that the site can listen on `port` before anything long begins, and resolves to it; 0 stands for any free one.
 * A taken one is waited for a little: a site whose launcher was killed lets go of it soon. Throws a StartProblem.
 */
export async function claimPort(
  port: number,
  { patienceMilliseconds = 3_000, signal }: ClaimOptions = {},
): Promise<number> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    try {
      return await tryPort(port);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || Date.now() > deadline) throw explain(error as NodeJS.ErrnoException, port);
      await sleep(200, undefined, { signal });
    }
  }
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} is taken by another program; stop that one, or choose another: PORT=${port + 1} npm run up.`,
      );
    case 'EACCES':
      return new StartProblem(
        `This account may not listen on port ${port}; choose one above 1023, such as PORT=3000 npm run up.`,
      );
    default:
      return error;
  }
}
