import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { amendEnvironment } from '#lib/env.ts';
import { serve } from '#server/fast/testing/serve.ts';
import { answerHealth, answerReadiness } from './answers.ts';

const { appUrl, owner } = await testDatabase();
const health = await serve(async (request, response) => answerHealth(request, response));
const readiness = await serve(answerReadiness);

afterAll(() => amendEnvironment({ DATABASE_APP_URL: appUrl }));

async function asked(base: string) {
  const response = await fetch(base);
  return { status: response.status, kept: response.headers.get('cache-control'), body: await response.json() };
}

test('an instance on a database of its own version is ready', async () => {
  expect(await asked(readiness)).toEqual({
    status: 200,
    kept: 'no-store',
    body: { ready: true, database: 'reachable', pendingMigrations: 0 },
  });
});

test('an instance on a database that lacks a migration is not ready, and says how many are missing', async () => {
  const [last] = await owner`delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning hash, created_at`;
  expect(await asked(readiness)).toMatchObject({
    status: 503,
    body: { ready: false, database: 'reachable', pendingMigrations: 1 },
  });
  await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values (${last?.hash}, ${last?.created_at})`;
});

test('an instance without a database is alive, and not ready', async () => {
  await closeDatabase();
  amendEnvironment({ DATABASE_APP_URL: 'postgres://nobody:x@127.0.0.1:9/nothing' });
  expect(await asked(health)).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect(await asked(readiness)).toMatchObject({
    status: 503,
    body: { ready: false, database: 'unreachable', pendingMigrations: null },
  });
  await closeDatabase();
});
