import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { withConnection } from '#db/short-connection.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { mountSmallDisk } from '#lib/testing/small-disk.ts';
import { attachEmbeddedPostgres, startEmbeddedPostgres } from './start.ts';

// With a space and signs that a shell would read, as a path may have them.
const scratch = await mkdtemp(join(tmpdir(), "broadsheet it's $HOME-"));
await chmod(scratch, 0o711);
afterAll(() => rm(scratch, { recursive: true, force: true }));

const start = (name: string) => startEmbeddedPostgres({ dataFolder: join(scratch, name), durable: false });

test('what was committed is there after a stop and a new start, at the same address', async () => {
  const first = await start('kept');
  await execute(first.ownerUrl, 'create table kept (word text)', "insert into kept values ('still here')");
  await first.stop();
  expect(await attachEmbeddedPostgres(join(scratch, 'kept'))).toBeNull();
  const second = await start('kept');
  expect(second).toMatchObject({ reused: false, ownerUrl: first.ownerUrl });
  expect(await execute(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'still here' }]);
  await second.stop();
});

test('the owner is no superuser, and the text search tells words from quotation marks', async () => {
  const server = await start('kept');
  expect(await execute(server.ownerUrl, 'select usesuper from pg_user where usename = current_user')).toEqual([
    { usesuper: false },
  ]);
  expect(await execute(server.ownerUrl, "select to_tsvector('simple', '“Hélas”—dit-il')::text as words")).toEqual([
    { words: "'dit':3 'dit-il':2 'hélas':1 'il':4" },
  ]);
  await server.stop();
});

test('two starters at once on an empty folder share one server, and the last to stop ends it', async () => {
  const [first, second] = await Promise.all([start('shared'), start('shared')]);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  await first.stop();
  expect(await execute(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await attachEmbeddedPostgres(join(scratch, 'shared'))).toBe(second.ownerUrl);
  await second.stop();
  await expect(execute(second.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a server whose launcher was killed is joined, and stopped by the one who joined it', async () => {
  const launcher = await startInAnotherProcess('orphaned');
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  const server = await start('orphaned');
  expect(server.reused).toBe(true);
  await server.stop();
  expect(await attachEmbeddedPostgres(join(scratch, 'orphaned'))).toBeNull();
});

test('a program that ends without a word does not leave its server behind', async () => {
  const program = await startInAnotherProcess('left');
  program.send('exit');
  await once(program, 'exit');
  await vi.waitFor(async () => expect(await attachEmbeddedPostgres(join(scratch, 'left'))).toBeNull(), 10_000);
});

test('after a server was killed, its data are recovered by the next start', async () => {
  const killed = await start('killed');
  await execute(killed.ownerUrl, 'create table survivor (word text)');
  process.kill(await serverPid('killed'), 'SIGKILL');
  const server = await start('killed');
  expect(await execute(server.ownerUrl, 'select * from survivor')).toEqual([]);
  await Promise.all([server.stop(), killed.stop()]);
});

test('a server that was killed under those who use it is started again at the same address', async () => {
  const server = await start('revived');
  await execute(server.ownerUrl, 'create table survivor (word text)');
  expect(server.isRunning()).toBe(true);
  process.kill(await serverPid('revived'), 'SIGKILL');
  await vi.waitFor(() => expect(server.isRunning()).toBe(false));
  await server.restart();
  expect(await execute(server.ownerUrl, 'select * from survivor')).toEqual([]);
  await server.stop();
  expect(server.isRunning()).toBe(false);
});

test.for([
  ['while the cluster is made', 'Making the database (once)'],
  ['while the server comes up', 'Starting the embedded Postgres'],
] as const)('a start that is called off %s leaves nothing running and nothing in the way', async ([moment, line]) => {
  const dataFolder = join(scratch, `called off ${moment}`);
  const stopping = new AbortController();
  const log = (said: string) => said === line && setImmediate(() => stopping.abort());
  const began = startEmbeddedPostgres({ dataFolder, log, durable: false, signal: stopping.signal });
  await expect(began).rejects.toMatchObject({ name: 'AbortError' });
  expect(await attachEmbeddedPostgres(dataFolder)).toBeNull();
  expect(existsSync(join(dataFolder, 'postgres/cluster/postmaster.pid'))).toBe(false);
  expect((await readdir(dataFolder)).filter((name) => name.includes('.new-'))).toEqual([]);
  await (await startEmbeddedPostgres({ dataFolder, durable: false })).stop();
});

test('a pid file that names a stranger is not believed', async () => {
  await (await start('kept')).stop();
  const stranger = `${process.pid}\n${join(scratch, 'kept/postgres/cluster')}\n0\n5432\n\n127.0.0.1\n0 0\nready   \n`;
  await writeFile(join(scratch, 'kept/postgres/cluster/postmaster.pid'), stranger);
  const server = await start('kept');
  expect(server.reused).toBe(false);
  await server.stop();
});

test('a copy of a running site’s folder is not taken for it', async () => {
  const original = await start('original');
  await cp(join(scratch, 'original'), join(scratch, 'copy'), { recursive: true });
  expect(await attachEmbeddedPostgres(join(scratch, 'copy'))).toBeNull();
  await original.stop();
});

test.for([
  ['without its version', (cluster: string) => rm(join(cluster, 'PG_VERSION')), /is damaged \(cluster\/PG_VERSION/],
  ['of another version', (cluster: string) => writeFile(join(cluster, 'PG_VERSION'), '17\n'), /made by PostgreSQL 17/],
  ['with a cut control file', (cluster: string) => truncate(join(cluster, 'global/pg_control'), 10), /is damaged/],
  ['without its log of writes', (cluster: string) => rm(join(cluster, 'pg_wal'), { recursive: true }), /is damaged/],
  ['without its passwords', (cluster: string) => rm(join(cluster, '../passwords.json')), /passwords.json is missing/],
] as const)('a folder %s is refused in one sentence, and left as it is', async ([name, damage, sentence]) => {
  const cluster = join(scratch, name, 'postgres', 'cluster');
  await copyOfStopped(name);
  await damage(cluster);
  const problem = await start(name).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartProblem);
  expect((problem as StartProblem).message).toMatch(sentence);
  expect((problem as StartProblem).message).toMatch(/^[^\n]*[^.\n]\.$/);
  expect(existsSync(join(cluster, 'base'))).toBe(true);
});

const fullDisk = /^The disk that holds [^\n]* is full; free some space \([^)]*\) and start again\.$/;

test('a disk that fills while the cluster is made is named in one sentence, and cleared', async ({ skip }) => {
  const dataFolder = join(scratch, 'small disk');
  await mkdir(dataFolder);
  const unmount = mountSmallDisk(dataFolder, 'size=20m,mode=711') ?? skip('only root on Linux can mount a small disk');
  onTestFinished(unmount);
  await expect(start('small disk')).rejects.toThrow(fullDisk);
  expect(await readdir(dataFolder)).toEqual([]);
});

test('a full disk under a cluster is named in one sentence, and nothing is lost', async ({ skip }) => {
  const dataFolder = join(scratch, 'filled disk');
  await mkdir(dataFolder);
  const unmount = mountSmallDisk(dataFolder, 'size=160m,mode=711') ?? skip('only root on Linux can mount a small disk');
  onTestFinished(unmount);
  const first = await start('filled disk');
  await execute(first.ownerUrl, 'create table kept (word text)');
  await first.stop();
  const ballast = join(dataFolder, 'ballast');
  await fillDisk(ballast);
  await expect(start('filled disk')).rejects.toThrow(fullDisk);
  await rm(ballast);
  const second = await start('filled disk');
  expect(await execute(second.ownerUrl, 'select * from kept')).toEqual([]);
  await second.stop();
});

test('a start that was killed while it made the cluster leaves nothing in the way', async () => {
  await mkdir(join(scratch, 'half/postgres.new-999999-ab12/cluster'), { recursive: true });
  const server = await start('half');
  await server.stop();
  expect(existsSync(join(scratch, 'half/postgres.new-999999-ab12'))).toBe(false);
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('a data folder that is closed to others is opened for passing through, no more', async () => {
    await mkdir(join(scratch, 'closed'), { mode: 0o700 });
    await (await start('closed')).stop();
    expect((await stat(join(scratch, 'closed'))).mode & 0o777).toBe(0o711);
    expect(existsSync(join(scratch, 'closed/postgres/cluster'))).toBe(true);
  });

  test('a data folder that the database’s account cannot reach has its database elsewhere, and finds it again', async () => {
    await mkdir(join(scratch, 'locked/data'), { recursive: true });
    await chmod(join(scratch, 'locked'), 0o700);
    const first = await start('locked/data');
    const place = (await readFile(join(scratch, 'locked/data/postgres-place'), 'utf8')).trim();
    try {
      await execute(first.ownerUrl, 'create table elsewhere ()');
      await first.stop();
      const second = await start('locked/data');
      expect(await execute(second.ownerUrl, 'select from elsewhere')).toEqual([]);
      await second.stop();
      await rename(place, `${place}-away`);
      await expect(start('locked/data')).rejects.toThrow(/was kept in .*, which is gone; put that folder back/);
    } finally {
      await rm(`${place}-away`, { recursive: true, force: true });
    }
  });

  test('a cluster that root put back from a backup is handed to the account that serves it', async () => {
    await copyOfStopped('backup');
    const server = await start('backup');
    expect(await execute(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

async function fillDisk(file: string): Promise<void> {
  const piece = Buffer.alloc(64 * 1024);
  const filled = (async () => {
    for (;;) await appendFile(file, piece);
  })();
  await expect(filled).rejects.toMatchObject({ code: 'ENOSPC' });
}

/** Faster than making a cluster anew. As root, the copy belongs to root. */
async function copyOfStopped(name: string): Promise<void> {
  await (await start('kept')).stop();
  await cp(join(scratch, 'kept'), join(scratch, name), { recursive: true });
}

function execute(url: string, ...statements: string[]): Promise<unknown[]> {
  return withConnection(url, async (sql) => {
    let rows: unknown[] = [];
    for (const statement of statements) rows = [...(await sql.unsafe(statement))];
    return rows;
  });
}

async function serverPid(name: string): Promise<number> {
  return Number((await readFile(join(scratch, name, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function startInAnotherProcess(name: string): Promise<ChildProcess> {
  const program = `import { startEmbeddedPostgres } from '#db/embedded/start.ts';
    await startEmbeddedPostgres({ dataFolder: process.argv[1], durable: false });
    console.log('ready'); process.on('message', () => process.exit());`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, join(scratch, name)], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await once(child.stdout!, 'data');
  return child;
}
