import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port on which nobody listens, of those that no system gives to outgoing connections (Linux does from 32768 on, others
 * from 49152): one of these could be taken again before the caller's server listens, or while it is started anew.
 */
export async function freePort(choose: () => number = () => randomInt(20_000, 32_000)): Promise<number> {
  for (;;) {
    const port = choose();
    const probe = createServer().listen(port);
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => probe.close(resolve));
    if (free) return port;
  }
}
