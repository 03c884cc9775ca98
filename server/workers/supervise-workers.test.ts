import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const file = fileURLToPath(new URL('fixtures/small-site.ts', import.meta.url));
/** What a process held when it was killed is answered by nobody. */
async function ask(path = '/'): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2000) });
  return Number(await response.text());
}

let port = 0;
let site: ChildProcess;

beforeEach(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
});
afterEach(() => void site.kill('SIGKILL'));

function start(): ChildProcess {
  const environment = { ...process.env, PORT: String(port), LOG_LEVEL: 'silent' };
  return spawn(process.execPath, ['--conditions=react-server', file], { env: environment, stdio: 'ignore' });
}

/** Asks until so many processes have answered; the test's own time limit ends it. */
async function answering(count: number, except?: number): Promise<number[]> {
  const seen = new Set<number>();
  while (seen.size < count) {
    const pid = await ask().catch(() => undefined);
    if (pid !== undefined && pid !== except) seen.add(pid);
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
  return [...seen];
}

test('each of the processes answers, and one that dies is replaced while the other goes on', async () => {
  site = start();
  const [first = 0, second = 0] = await answering(2);
  process.kill(first, 'SIGKILL');
  const after = await answering(2, first);
  expect(after).toContain(second);
  expect(after).not.toContain(first);
}, 20_000);

test('told to stop, they end the answers under way, take nothing more, and leave no process behind', async () => {
  site = start();
  const pids = await answering(2);
  const slow = ask('/slow');
  await new Promise((resolve) => void setTimeout(resolve, 100));
  site.kill('SIGTERM');
  expect(pids).toContain(await slow);
  if (site.exitCode === null) await once(site, 'exit');
  expect(site.exitCode).toBe(0);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
}, 20_000);

test('where the port is taken, it ends with the code of its workers', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  site = start();
  const [code] = await once(site, 'exit');
  expect(code).toBe(7);
  await new Promise((resolve) => other.close(resolve));
}, 20_000);
