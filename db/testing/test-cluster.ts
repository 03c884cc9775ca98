import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type postgres from 'postgres';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#db/embedded/start.ts';
import { requiredExtensions } from '#db/extensions.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { withConnection } from '#db/short-connection.ts';

export interface TestCluster {
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** The name of the migrated database that tests clone. */
  readonly template: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/**
 * Starts the tests' own Postgres, which forgets everything with the power, and sees to its template. It is kept
 * between runs; one that does not start any more is thrown away, since nothing in it is worth keeping.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = await testFolder();
  const server = await start(dataFolder).catch(async () => {
    await rm(dataFolder, { recursive: true, force: true });
    return start(dataFolder);
  });
  try {
    const template = await ensureTemplate(server);
    return { ownerUrl: server.ownerUrl, superuserUrl: server.superuserUrl, template, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function start(dataFolder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataFolder, durable: false });
}

/** A folder of this checkout and this account. Anything else under its name, such as a link, is stepped around. */
async function testFolder(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `broadsheet-test-${uid}-${hash(root).slice(0, 8)}`);
  await mkdir(folder, { mode: 0o711 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(folder);
  return found.isDirectory() && (uid === -1 || found.uid === uid) ? folder : mkdtemp(`${folder}-`);
}

/** Makes the template of these migrations if it is not there, and drops those of others. */
async function ensureTemplate(server: EmbeddedPostgres): Promise<string> {
  const name = `broadsheet_template_${(await hashOfMigrations()).slice(0, 16)}`;
  return withConnection(server.superuserUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('broadsheet.template'))`;
    const templates = await sql<{ name: string; finished: boolean }[]>`
      select datname as name, datistemplate as finished from pg_database where starts_with(datname, 'broadsheet_template_')`;
    const present = templates.some((template) => template.name === name && template.finished);
    for (const old of templates) {
      if (old.name !== name || !present) await dropDatabase(sql, old.name);
    }
    if (!present) await makeTemplate(sql, server.ownerUrl, name);
    return name;
  });
}

async function makeTemplate(sql: postgres.Sql, ownerUrl: string, name: string): Promise<void> {
  await sql`create database ${sql(name)} owner broadsheet_owner template template0`;
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  // Set last: a template that was being made when the run was killed is made anew.
  await sql`alter database ${sql(name)} is_template true`;
}

async function dropDatabase(sql: postgres.Sql, name: string): Promise<void> {
  await sql`alter database ${sql(name)} is_template false`;
  await sql`drop database ${sql(name)} with (force)`;
}

/** Of everything that decides what a migrated database looks like. */
async function hashOfMigrations(): Promise<string> {
  const folder = join(root, 'db', 'migrations');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  const code = ['migrate.ts', 'grants.ts', 'app-url.ts'].map((file) => readFile(join(root, 'db', file), 'utf8'));
  const queue = readFile(join(root, 'node_modules', 'graphile-worker', 'package.json'), 'utf8');
  return hash([...names, ...migrations, ...(await Promise.all([...code, queue])), ...requiredExtensions].join('\0'));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
