import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { deriveAppUrl } from '#db/app-url.ts';
import { closeDatabase } from '#db/client.ts';
import { shortConnection, withConnection } from '#db/short-connection.ts';
import { amendEnvironment } from '#lib/env.ts';

export interface TestDatabase {
  /** The clone as the running site sees it; `database()` of db/client.ts is connected to it. */
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** A connection as the owner, for setting up what the site's role may not write. */
  readonly owner: postgres.Sql;
}

/**
 * Gives the test file a database of its own, migrated and empty, and points db/client.ts at it. Call it once, at the
 * top of the file: `const { owner } = await testDatabase();`. It is dropped when the file's tests have ended.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(
    (sql) => sql`create database ${sql(name)} template ${sql(cluster.template)} owner broadsheet_owner`,
  );
  const url = new URL(cluster.ownerUrl);
  url.pathname = `/${name}`;
  const appUrl = deriveAppUrl(url.href);
  amendEnvironment({ DATABASE_APP_URL: appUrl, DATABASE_URL: undefined });
  const owner = shortConnection(url.href);
  afterAll(async () => {
    await closeDatabase();
    await owner.end({ timeout: 5 });
    await asSuperuser((sql) => sql`drop database ${sql(name)} with (force)`);
  });
  return { appUrl, ownerUrl: url.href, owner };
}

async function asSuperuser(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  await withConnection(inject('testCluster').superuserUrl, work);
}
