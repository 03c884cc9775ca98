import { explainDatabaseError } from '#db/database-problem.ts';
import { startEmbeddedPostgres } from '#db/embedded/start.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { pendingMigrations } from '#db/pending-migrations.ts';
import { env } from '#lib/env.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { unlessAborted } from '#lib/unless-aborted.ts';
import { keepDatabase } from './keep-database.ts';

export interface OpenDatabase {
  /** Where the running site connects. */
  readonly appUrl: string;
  /** The same database as its owner; null when only DATABASE_APP_URL is known. */
  readonly ownerUrl: string | null;
  /** Starts a database of ours again whenever it dies. Rejects when that is of no use, and with the signal's reason. */
  keep(signal: AbortSignal): Promise<never>;
  /** Stops the database if it is ours to stop. */
  stop(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  /** Calls it off: nothing that was begun is left running. */
  readonly signal?: AbortSignal;
}

/**
 * The site's database, migrated: the embedded one in `dataFolder`, or that of DATABASE_URL. With DATABASE_APP_URL
 * alone somebody else migrates; then it must be up to date. Throws a StartProblem of one sentence.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { log, signal } = options;
  const { DATABASE_URL: ownerUrl, DATABASE_APP_URL } = env();
  if (ownerUrl) {
    const migrated = migrateDatabase(ownerUrl, { log, appUrl: DATABASE_APP_URL });
    return { ...(await unlessAborted(migrated, signal)), ownerUrl, ...notOurs };
  }
  if (DATABASE_APP_URL) {
    await unlessAborted(requireMigrated(DATABASE_APP_URL), signal);
    return { appUrl: DATABASE_APP_URL, ownerUrl: null, ...notOurs };
  }
  return openEmbedded(options);
}

const notOurs = {
  keep: (signal: AbortSignal) => unlessAborted(new Promise<never>(() => undefined), signal),
  stop: () => Promise.resolve(),
};

async function openEmbedded({ dataFolder, log, signal }: OpenDatabaseOptions): Promise<OpenDatabase> {
  const embedded = await startEmbeddedPostgres({ dataFolder, log, signal });
  try {
    const { appUrl } = await unlessAborted(migrateDatabase(embedded.ownerUrl, { log }), signal);
    return {
      appUrl,
      ownerUrl: embedded.ownerUrl,
      keep: (until) => keepDatabase(embedded, { signal: until, log: (line) => console.error(line) }),
      stop: () => embedded.stop(),
    };
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
