import { Logger, runMigrations } from 'graphile-worker';
import type postgres from 'postgres';
import { StartProblem } from '#lib/start-problem.ts';
import { deriveAppUrl } from './app-url.ts';
import { applyMigrations } from './apply-migrations.ts';
import { explainDatabaseError } from './database-problem.ts';
import { requiredExtensions } from './extensions.ts';
import { grantQueue, letAppSignIn } from './grants.ts';
import { pendingMigrations } from './pending-migrations.ts';
import { withConnection } from './short-connection.ts';

export interface MigrateOptions {
  readonly log?: (line: string) => void;
  /** Where the running site will connect, when that is not to be derived from the owner's URL. */
  readonly appUrl?: string | undefined;
}

/**
 * Brings the database up to this version: extensions, our migrations, those of the job queue, and the role of the
 * running site with its rights. Hosts that come at once take turns. Throws a StartProblem of one sentence.
 */
export async function migrateDatabase(ownerUrl: string, options: MigrateOptions = {}): Promise<{ appUrl: string }> {
  const { log, appUrl = deriveAppUrl(ownerUrl) } = options;
  try {
    await withConnection(ownerUrl, async (sql) => {
      await sql`select pg_advisory_lock(hashtext('broadsheet.migrate'))`;
      await checkVersion(sql);
      await makeExtensions(sql);
      const pending = await pendingMigrations(sql);
      if (pending > 0) log?.(`Migrating the database (${pending === 1 ? 'one step' : `${pending} steps`})`);
      await applyMigrations(sql);
      await runMigrations({ connectionString: ownerUrl, logger: silentLogger });
      await letAppSignIn(sql, appUrl);
      await grantQueue(sql);
    });
  } catch (error) {
    throw explainDatabaseError(error, ownerUrl);
  }
  return { appUrl };
}

const silentLogger = new Logger(() => () => undefined);

async function checkVersion(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ version: string; number: number }[]>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
  if (row && row.number < 180_000) {
    throw new StartProblem(
      `Broadsheet needs PostgreSQL 18 and the database runs ${row.version}; ` +
        'upgrade it, or leave DATABASE_URL unset to use the embedded one.',
    );
  }
}

async function makeExtensions(sql: postgres.Sql): Promise<void> {
  const present = await sql<{ extname: string }[]>`select extname from pg_extension`;
  const names = new Set(present.map((row) => row.extname));
  for (const name of requiredExtensions.filter((extension) => !names.has(extension))) {
    await sql`create extension if not exists ${sql(name)}`.catch((error: postgres.PostgresError) => {
      if (error.code !== '42501' && error.code !== '0A000' && error.code !== '58P01') throw error;
      throw new StartProblem(
        `The database has no extension ${name} and DATABASE_URL's role may not make it (${error.message}); ` +
          `have an administrator run: create extension ${name}.`,
      );
    });
  }
}
