import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from './client.ts';
import { testDatabase } from './testing/test-database.ts';

const { owner } = await testDatabase();

test.each([
  'update audit_log set action = action',
  'delete from audit_log',
  'update vote_events set intent = intent',
  'delete from vote_events',
  'delete from votes',
  'delete from vote_quarantines',
  'update vote_seals set hash = hash',
  'delete from vote_seals',
  'update vote_salts set salt = salt',
  'delete from articles',
  'update revisions set headline = headline',
  'delete from revisions',
  'delete from users',
  'update draft_copies set content = content',
  'delete from draft_copies',
  'delete from article_addresses',
  'update preview_links set expires_at = now()',
  'truncate articles cascade',
  'drop table pins',
  'create table mine (id int)',
  'alter table votes disable trigger all',
])('the site itself may not: %s', async (statement) => {
  const attempt = database().execute(sql.raw(statement));
  await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('the site runs under a role that is no superuser and makes no roles', async () => {
  const [role] = await owner`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls
    from pg_roles where rolname = 'broadsheet_app'`;
  expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false });
});
