import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { lastApplied } from './pending-migrations.ts';

/** The first line of a migration that cannot run in a transaction, as `create index concurrently` cannot. */
export const outsideTransaction = '-- outside a transaction';

/** For how long a statement may wait for a lock: whoever comes after it waits behind it. */
const lockTimeout = '2s';
const tries = 30;
const pauseMilliseconds = 1000;

export interface ApplyOptions {
  readonly folder?: string;
  readonly tries?: number;
  readonly pauseMilliseconds?: number;
}

/**
 * Runs what the database has not seen, in the order in which it was made, each migration in a transaction of its own.
 * One that would make the site wait for a lock steps back and tries again; after `tries` it throws Postgres's 55P03.
 * One that is marked as outside a transaction runs statement by statement; each of them is safe to run again.
 */
export async function applyMigrations(sql: postgres.Sql, options: ApplyOptions = {}): Promise<void> {
  const { folder = join(import.meta.dirname, 'migrations') } = options;
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  const last = await lastApplied(sql);
  for (const migration of readMigrationFiles({ migrationsFolder: folder })) {
    if (migration.folderMillis <= last) continue;
    if (migration.sql[0]?.startsWith(outsideTransaction)) await runSteps(sql, migration);
    else await patiently(() => sql.begin((tx) => runAtOnce(tx, migration)), options);
  }
}

async function runAtOnce(tx: postgres.TransactionSql, migration: MigrationMeta): Promise<void> {
  await tx.unsafe(`set local lock_timeout = '${lockTimeout}'`);
  for (const statement of migration.sql) await tx.unsafe(statement);
  await note(tx, migration);
}

async function runSteps(sql: postgres.Sql, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await sql.unsafe(statement);
  await note(sql, migration);
}

/** As drizzle-kit's own table has it. */
async function note(sql: postgres.ISql, { hash, folderMillis }: MigrationMeta): Promise<void> {
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
}

/** A lock that was not given, and a deadlock: both pass by themselves. */
const passing = new Set(['55P03', '40P01']);

async function patiently(work: () => Promise<unknown>, options: ApplyOptions): Promise<void> {
  for (let left = (options.tries ?? tries) - 1; ; left -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (left <= 0 || !passing.has((error as postgres.PostgresError).code)) throw error;
      await sleep(options.pauseMilliseconds ?? pauseMilliseconds);
    }
  }
}
