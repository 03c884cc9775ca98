import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';
import { z } from 'zod';
import { withConnection } from './short-connection.ts';

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** How many of this version's migrations the database has not seen. Takes a connection, or a URL to make one. */
export function pendingMigrations(database: postgres.ISql | string): Promise<number> {
  if (typeof database !== 'string') return countPending(database);
  return withConnection(database, countPending);
}

async function countPending(sql: postgres.ISql): Promise<number> {
  const file = join(import.meta.dirname, 'migrations', 'meta', '_journal.json');
  const { entries } = journal.parse(JSON.parse(await readFile(file, 'utf8')));
  const last = await lastApplied(sql);
  return entries.filter((entry) => entry.when > last).length;
}

/** When the last migration that ran was made, in milliseconds since 1970; only later ones are still to run. */
export async function lastApplied(sql: postgres.ISql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (!table?.present) return 0;
  const [row] = await sql`select max(created_at) as last from drizzle.__drizzle_migrations`;
  return Number(row?.last ?? 0);
}
