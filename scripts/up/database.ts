import { explainDatabaseError } from '#db/database-problem.ts';
import { startEmbeddedPostgres } from '#db/embedded/start.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { pendingMigrations } from '#db/pending-migrations.ts';
import { env } from '#lib/env.ts';
import { StartProblem } from '#lib/start-problem.ts';

export interface OpenDatabase {
  /** Where the running site connects. */
  readonly appUrl: string;
  /** Stops the database if it is ours to stop. */
  stop(): Promise<void>;
}

/**
 * The site's database, migrated: the embedded one in `dataFolder`, or that of DATABASE_URL. With DATABASE_APP_URL
 * alone somebody else migrates; then it must be up to date. Throws a StartProblem of one sentence.
 */
export async function openDatabase(dataFolder: string, log: (line: string) => void): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_APP_URL } = env();
  const stop = () => Promise.resolve();
  if (DATABASE_URL) return { ...(await migrateDatabase(DATABASE_URL, { log, appUrl: DATABASE_APP_URL })), stop };
  if (DATABASE_APP_URL) {
    await requireMigrated(DATABASE_APP_URL);
    return { appUrl: DATABASE_APP_URL, stop };
  }
  const embedded = await startEmbeddedPostgres({ dataFolder, log });
  try {
    return { ...(await migrateDatabase(embedded.ownerUrl, { log })), stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function requireMigrated(appUrl: string): Promise<void> {
  const pending = await pendingMigrations(appUrl).catch((error: unknown) => {
    throw explainDatabaseError(error, appUrl, 'DATABASE_APP_URL');
  });
  if (pending === 0) return;
  throw new StartProblem(
    'The database is behind this version; set DATABASE_URL to it as its owner sees it, which migrates at start.',
  );
}
