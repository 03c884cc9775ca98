import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database, prepared, sqlClient, unhurried } from '#db/client.ts';
import { sections } from '#db/schema/section.ts';
import { testDatabase } from '#db/testing/test-database.ts';

const { owner } = await testDatabase();

const named = prepared((db) =>
  db
    .select({ name: sections.name })
    .from(sections)
    .where(eq(sections.slug, sql.placeholder('slug'))),
);

test('a statement that many requests run answers each by its own values, and Postgres keeps its plan', async () => {
  await owner`insert into sections (slug, name, position) values ('world', 'World', 1), ('sport', 'Sport', 2)`;
  expect(await named().execute({ slug: 'world' })).toEqual([{ name: 'World' }]);
  expect(await named().execute({ slug: 'sport' })).toEqual([{ name: 'Sport' }]);
  expect(named()).toBe(named());
  const [kept] = await database().execute<{ statements: number }>(sql`
    select count(*)::int as statements from pg_prepared_statements where statement like '%"sections"."slug" = $1%'`);
  expect(kept?.statements).toBe(1);
});

test('work for which nobody waits is not cut off, and what comes after it on the connection is again', async () => {
  const limit = async (sql: { unsafe: typeof owner.unsafe }) => [...(await sql.unsafe('show statement_timeout'))];
  expect(await unhurried(limit)).toEqual([{ statement_timeout: '0' }]);
  const after = Array.from({ length: 10 }, () => limit(sqlClient()));
  for (const shown of await Promise.all(after)) expect(shown).toEqual([{ statement_timeout: '15s' }]);
});
