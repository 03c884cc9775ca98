import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { claimPort } from './port.ts';

test('a free port is left free for the site', async () => {
  const port = await claimPort(0);
  expect(await claimPort(port)).toBe(port);
});

test('a taken port is named in one sentence with a way out', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(claimPort(port, { patienceMilliseconds: 0 })).rejects.toThrow(
    new RegExp(`^Port ${port} is taken by another program; .*PORT=${port + 1} npm run up\\.$`),
  );
  other.close();
});

test('a port that is let go of meanwhile is taken', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const claim = claimPort(port);
  other.close();
  expect(await claim).toBe(port);
});
