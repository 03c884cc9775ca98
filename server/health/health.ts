import { sql } from 'drizzle-orm';
import { database, sqlClient } from '#db/client.ts';
import { pendingMigrations } from '#db/pending-migrations.ts';

export interface Readiness {
  readonly ready: boolean;
  readonly database: 'reachable' | 'unreachable';
  /** How many migrations the database lacks; null when it could not be asked. */
  readonly pendingMigrations: number | null;
}

/** Whether this instance can do its work: it reaches the database, and the database is of this version. */
export async function readiness(): Promise<Readiness> {
  if (!(await databaseAnswers())) return { ready: false, database: 'unreachable', pendingMigrations: null };
  const pending = await pendingMigrations(sqlClient()).catch(() => null);
  return { ready: pending === 0, database: 'reachable', pendingMigrations: pending };
}

/** Whether the database answers within `milliseconds`. */
export function databaseAnswers(milliseconds = 1_500): Promise<boolean> {
  const answer = database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<false>((resolve) => setTimeout(resolve, milliseconds, false).unref());
  return Promise.race([answer, late]);
}
