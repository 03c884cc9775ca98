import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('a port that somebody listens on is passed over', async () => {
  const [taken, free] = [await freePort(), await freePort()];
  const server = createServer().listen(taken);
  await once(server, 'listening');
  const candidates = [taken, taken, free];
  expect(await freePort(() => candidates.shift() as number)).toBe(free);
  server.close();
});
