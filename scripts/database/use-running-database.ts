import { deriveAppUrl } from '#db/app-url.ts';
import { startEmbeddedPostgres } from '#db/embedded/start.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { amendEnvironment, env } from '#lib/env.ts';

/**
 * Gives a command of the terminal its database: the one that is named in the environment, else the embedded one, which
 * is joined while the site is up and started while it is down. `stop` ends it again if nobody else needs it.
 */
export async function useRunningDatabase(): Promise<{ stop(): Promise<void> }> {
  const { DATABASE_APP_URL, DATABASE_URL, BROADSHEET_DATA } = env();
  const nothing = { stop: () => Promise.resolve() };
  if (DATABASE_APP_URL) return nothing;
  if (DATABASE_URL) {
    amendEnvironment({ DATABASE_APP_URL: deriveAppUrl(DATABASE_URL) });
    return nothing;
  }
  const embedded = await startEmbeddedPostgres({ dataFolder: BROADSHEET_DATA });
  const { appUrl } = await migrateDatabase(embedded.ownerUrl);
  amendEnvironment({ DATABASE_APP_URL: appUrl });
  return { stop: () => embedded.stop() };
}
