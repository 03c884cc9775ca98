import { explainDatabaseError } from '#db/database-problem.ts';
import { startEmbeddedPostgres } from '#db/embedded/start.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { pendingMigrations } from '#db/pending-migrations.ts';
import { env } from '#lib/env.ts';
import { StartProblem } from '#lib/start-problem.ts';

/**
 * The database as its owner: the one that DATABASE_URL names, else the embedded one, which is joined while the site is
 * up and started while it is down. `stop` ends it again if nobody else needs it.
 */
export async function useOwnersDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const { DATABASE_APP_URL, DATABASE_URL, BROADSHEET_DATA } = env();
  if (DATABASE_URL) {
    const pending = await pendingMigrations(DATABASE_URL).catch((error) => {
      throw explainDatabaseError(error, DATABASE_URL);
    });
    if (pending > 0) {
      throw new StartProblem('The database is not of this version; run `npm run migrate` first.');
    }
    return { url: DATABASE_URL, stop: () => Promise.resolve() };
  }
  if (DATABASE_APP_URL) {
    throw new StartProblem("Generating needs the database's owner: set DATABASE_URL beside DATABASE_APP_URL.");
  }
  const embedded = await startEmbeddedPostgres({ dataFolder: BROADSHEET_DATA });
  await migrateDatabase(embedded.ownerUrl);
  return { url: embedded.ownerUrl, stop: () => embedded.stop() };
}
