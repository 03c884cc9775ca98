import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { migrateDatabase } from './migrate.ts';
import { pendingMigrations } from './pending-migrations.ts';
import { testDatabase } from './testing/test-database.ts';

const { appUrl, ownerUrl, owner } = await testDatabase();
const app = postgres(appUrl, { max: 1 });
afterAll(() => app.end());
const quiet = new Logger(() => () => undefined);

test('a migrated database has nothing pending, as the owner and as the site see it', async () => {
  expect(await pendingMigrations(ownerUrl)).toBe(0);
  expect(await pendingMigrations(app)).toBe(0);
});

test('a database that has not seen the last migration has one pending', async () => {
  await owner
    .begin(async (sql) => {
      await sql`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
      expect(await pendingMigrations(sql)).toBe(1);
      throw new Error('undo');
    })
    .catch((error: Error) => expect(error.message).toBe('undo'));
});

test('migrating again, by two hosts at once, changes nothing and gives the same address', async () => {
  const results = await Promise.all([migrateDatabase(ownerUrl), migrateDatabase(ownerUrl)]);
  expect(results).toEqual([{ appUrl }, { appUrl }]);
});

test('the site adds a job and its worker runs it, under the site’s own role', async () => {
  const seen: unknown[] = [];
  const utils = await makeWorkerUtils({ connectionString: appUrl, logger: quiet });
  await utils.addJob('greet', { name: 'reader' }, { jobKey: 'greeting', queueName: 'greetings' });
  await utils.release();
  await new Promise<void>((resolve, reject) => {
    const greet = (payload: unknown) => {
      seen.push(payload);
      resolve();
    };
    run({ connectionString: appUrl, logger: quiet, taskList: { greet }, noHandleSignals: true }).then(
      (runner) => afterAll(() => runner.stop()),
      reject,
    );
  });
  expect(seen).toEqual([{ name: 'reader' }]);
});

test('the site’s role can neither make tables nor drop them', async () => {
  await expect(app`create table intruder (id int)`).rejects.toThrow(/permission denied/);
  await expect(app`drop table articles`).rejects.toThrow(/must be owner/);
});
