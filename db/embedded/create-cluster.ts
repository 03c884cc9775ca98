import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartProblem } from '#lib/start-problem.ts';
import { findBinaries } from './binaries.ts';
import { diskIsFull, fullDisk } from './diagnosis.ts';
import type { Home, Log } from './home-layout.ts';
import { isAlive } from './process-identity.ts';
import { asUser } from './system-user.ts';

/**
 * Makes the cluster where there is none. It is made beside its place and moved there whole, so that a start which
 * was killed half-way leaves nothing behind that looks like a cluster, and of two starters one wins.
 */
export async function createClusterIfMissing(
  home: Home,
  { log, durable, signal }: { log?: Log | undefined; durable: boolean; signal?: AbortSignal | undefined },
): Promise<void> {
  if (!(await isEmpty(home.folder))) return;
  log?.('Making the database (once)');
  await removeAbandoned(home);
  const draft = `${home.folder}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
  try {
    await mkdir(join(draft, 'cluster'), { recursive: true, mode: 0o711 });
    await fill(draft, home, { durable, signal });
    await moveIntoPlace(draft, home);
  } catch (error) {
    if (diskIsFull(error)) throw fullDisk(home);
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fill(
  draft: string,
  home: Home,
  { durable, signal }: { durable: boolean; signal: AbortSignal | undefined },
): Promise<void> {
  const passwords = { superuserPassword: secret(), ownerPassword: secret() };
  const passwordFile = join(draft, 'superuser-password');
  await writeFile(passwordFile, passwords.superuserPassword, { mode: 0o600 });
  await writeFile(join(draft, 'passwords.json'), `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
  if (home.runAs) {
    await chown(join(draft, 'cluster'), home.runAs.uid, home.runAs.gid);
    await chown(passwordFile, home.runAs.uid, home.runAs.gid);
  }
  const { initdb } = await findBinaries(home.runAs);
  signal?.throwIfAborted();
  const ways = characterTypes.map((ctype) => initdbArguments({ draft, passwordFile, ctype, durable }));
  let complaint = '';
  for (const parameters of ways) {
    const { code, output } = await run(initdb, parameters, home, signal);
    signal?.throwIfAborted();
    if (code === 0) return rm(passwordFile);
    complaint = output;
    if (!/invalid locale/.test(output)) break;
  }
  if (diskIsFull(complaint)) throw fullDisk(home);
  const lastError = complaint.split('\n').findLast((line) => /error|fatal/i.test(line));
  throw new StartProblem(
    `The database could not be made in ${home.folder} (${lastError ?? complaint.trim()}); ` +
      'choose another folder with BROADSHEET_DATA, or set DATABASE_URL.',
  );
}

/** The text search parser tells letters from quotation marks by it; systems name their Unicode one differently. */
const characterTypes = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C'];

function initdbArguments(options: { draft: string; passwordFile: string; ctype: string; durable: boolean }): string[] {
  return [
    `--pgdata=${join(options.draft, 'cluster')}`,
    '--username=broadsheet_superuser',
    `--pwfile=${options.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${options.ctype}`,
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ];
}

async function run(
  program: string,
  parameters: string[],
  home: Home,
  signal: AbortSignal | undefined,
): Promise<{ code: number; output: string }> {
  const child = spawn(program, parameters, {
    ...asUser(home.runAs),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [output, code] = await Promise.all([text(child.stderr), exit]);
  signal?.removeEventListener('abort', stop);
  return { code, output };
}

async function moveIntoPlace(draft: string, home: Home): Promise<void> {
  await rename(draft, home.folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else's is there already: it is used instead.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function isEmpty(folder: string): Promise<boolean> {
  return !existsSync(folder) || (await readdir(folder)).length === 0;
}

/** Removes the drafts of starters that were killed. */
async function removeAbandoned(home: Home): Promise<void> {
  const parent = dirname(home.folder);
  const prefix = `${basename(home.folder)}.new-`;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
