import type postgres from 'postgres';
import { requiredExtensions } from '#db/extensions.ts';
import { withConnection } from '#db/short-connection.ts';

/**
 * Makes what only a superuser can make, where it is missing: the owner's role, the database `broadsheet` and the
 * extensions in it. Starters that come here together take turns.
 */
export async function prepareDatabase(superuserUrl: string, ownerPassword: string): Promise<void> {
  await withoutArrays(superuserUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('broadsheet.prepare'))`;
    const [role] = await sql`select 1 from pg_roles where rolname = 'broadsheet_owner'`;
    // The password is base64url: it needs no quoting beyond the quotes.
    if (!role) await sql.unsafe(`create role broadsheet_owner login createrole password '${ownerPassword}'`);
    const [database] = await sql`select 1 from pg_database where datname = 'broadsheet'`;
    if (!database) await sql`create database broadsheet owner broadsheet_owner template template0`;
    const inside = new URL(superuserUrl);
    inside.pathname = '/broadsheet';
    await withoutArrays(inside.href, async (within) => {
      for (const extension of requiredExtensions) await within`create extension if not exists ${within(extension)}`;
    });
  });
}

/** The server may die at any moment here: it is looked after while it is started again. */
function withoutArrays(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  return withConnection(url, work, { arrays: false });
}
