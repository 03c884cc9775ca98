import type postgres from 'postgres';
import { appRole } from './app-url.ts';
import { withConnection } from './short-connection.ts';

/**
 * Lets the running site in as `appUrl` says. The migrations make the role and grant it the tables; this gives it its
 * password. Another role that the operator made for the site is made a member of it instead.
 */
export async function letAppSignIn(sql: postgres.Sql, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const name = decodeURIComponent(username);
  if (name === appRole) {
    // On a server that several sites share, the role may be another one's, who alone can change it.
    if (await signsIn(appUrl)) return;
    const [row] = await sql`select format('alter role %I login password %L', ${appRole}::text,
      ${decodeURIComponent(password)}::text) as statement`;
    await sql.unsafe(row?.statement);
    return;
  }
  const [member] = await sql`select pg_has_role(${name}, ${appRole}, 'usage') as already`;
  if (!member?.already) await sql`grant ${sql(appRole)} to ${sql(name)}`;
}

async function signsIn(url: string): Promise<boolean> {
  try {
    await withConnection(url, (sql) => sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/** The site adds jobs and its worker runs them under the site's role: rights on the queue, and on our own record. */
export async function grantQueue(sql: postgres.Sql): Promise<void> {
  await sql`grant usage on schema graphile_worker, drizzle to ${sql(appRole)}`;
  await sql`grant select on all tables in schema graphile_worker, drizzle to ${sql(appRole)}`;
  await sql`grant usage on all sequences in schema graphile_worker to ${sql(appRole)}`;
  const tables = await sql<{ name: string; open: boolean }[]>`
    select c.relname as name,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = ${appRole}) as open
    from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity`;
  for (const { name, open } of tables) {
    const table = sql(`graphile_worker.${name}`);
    await sql`grant insert, update, delete on ${table} to ${sql(appRole)}`;
    // Without a policy its tables show their rows to nobody but the owner.
    if (!open) await sql`create policy ${sql(appRole)} on ${table} to ${sql(appRole)} using (true) with check (true)`;
  }
}
