import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { chown, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { diagnose, diskIsFull, fullDisk } from './diagnosis.ts';
import type { Home } from './home-layout.ts';
import { findServer } from './server.ts';
import { serverSettings } from './settings.ts';
import { asUser } from './system-user.ts';

/**
 * Launches the server of `home` in a session of its own, so that neither Ctrl-C nor the end of this process reaches
 * it. True: it is ready. False: something passing stood in the way; look again. Called off by `signal`, it throws as
 * soon as the server can be found by its pid file, and leaves it to be stopped.
 */
export async function launchServer(
  home: Home,
  { durable, signal }: { durable: boolean; signal?: AbortSignal | undefined },
): Promise<boolean> {
  const { postgres } = await findBinaries(home.runAs);
  signal?.throwIfAborted();
  try {
    await prepareFiles(home, durable);
  } catch (error) {
    throw diskIsFull(error) ? fullDisk(home) : error;
  }
  const port = await choosePort(home);
  const log = await open(home.logFile, 'a', 0o640);
  if (home.runAs) await log.chown(home.runAs.uid, home.runAs.gid);
  const logged = (await log.stat()).size;
  const child = spawn(postgres, ['-D', home.cluster, '-c', `port=${port}`], {
    ...asUser(home.runAs),
    cwd: home.cluster,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const code = await readyOrEnded(child, home, signal);
  await log.close();
  child.unref();
  signal?.throwIfAborted();
  if (code === 'ready') {
    await writeFile(portFile(home), `${port}\n`);
    return true;
  }
  const output = (await readFile(home.logFile)).subarray(logged).toString();
  if (passing.test(output)) return false;
  throw diagnose(home, output);
}

/** Another starter's server, a port taken meanwhile, or the last processes of a server that was just killed. */
const passing = /lock file .* (already exists|is empty)|could not (bind|create any TCP)|pre-existing shared memory/;

async function prepareFiles(home: Home, durable: boolean): Promise<void> {
  const owner = home.runAs;
  if (owner && (await stat(home.cluster)).uid !== owner.uid) {
    execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, home.cluster]);
  }
  const draft = join(home.cluster, `postgresql.conf.${process.pid}`);
  await writeFile(draft, serverSettings({ durable }), { mode: 0o600 });
  if (owner) await chown(draft, owner.uid, owner.gid);
  await rename(draft, join(home.cluster, 'postgresql.conf'));
  await keepLogShort(home.logFile);
}

const longestLog = 10_000_000;

async function keepLogShort(file: string): Promise<void> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLog) await rename(file, `${file}.1`);
}

/** The port of the last time if it is free, so that a running site finds the database again; else any free one. */
async function choosePort(home: Home): Promise<number> {
  const remembered = Number(await readFile(portFile(home), 'utf8').catch(() => ''));
  return (remembered && (await freePort(remembered))) || ((await freePort(0)) as number);
}

function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

async function readyOrEnded(
  child: ChildProcess,
  home: Home,
  signal: AbortSignal | undefined,
): Promise<'ready' | 'called off' | 'ended'> {
  let ended = false;
  const end = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      ended = true;
      resolve();
    });
  });
  while (!ended) {
    const server = findServer(home);
    if (server.state === 'ready' && server.pid === child.pid) return 'ready';
    if (signal?.aborted && server.state !== 'absent') return 'called off';
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  return 'ended';
}

function portFile(home: Home): string {
  return join(home.folder, 'port');
}
