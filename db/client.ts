import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '#lib/env.ts';
import { processWide } from '#lib/global.ts';
import { log } from '#lib/log.ts';

export type Database = PostgresJsDatabase;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a query can run on: the pool or a transaction under way. */
export type Queryable = Database | Transaction;

interface Connection {
  readonly client: postgres.Sql;
  readonly database: Database;
  /** The statements that are prepared, by their text. */
  readonly prepared: Set<string>;
  readonly made: Map<object, unknown>;
}

const slot = processWide('database', () => ({ current: undefined as Connection | undefined }));

/** The site's database, under the app's own role; one pool a process, opened at first use. */
export function database(): Database {
  return connection().database;
}

/** The same pool for what Drizzle does not speak: LISTEN, COPY, hand-written statements. */
export function sqlClient(): postgres.Sql {
  return connection().client;
}

/** Has statements for which nobody waits run as long as they take, in a transaction of their own. Others have 15 seconds. */
export async function unhurried<Value>(work: (sql: postgres.TransactionSql) => Promise<Value>): Promise<Value> {
  return (await sqlClient().begin(async (sql) => {
    await sql`set local statement_timeout = 0`;
    return work(sql);
  })) as Value;
}

/**
 * A statement that many requests run: its text is put together once, and Postgres parses and plans it once a
 * connection. Without that each run costs a plan and a second round trip. `build` gives its values with `sql.placeholder`.
 */
export function prepared<Statement>(
  build: (db: Database) => { toSQL(): { sql: string }; prepare(name: string): Statement },
): () => Statement {
  return () => {
    const { database: db, prepared: texts, made } = connection();
    const known = made.get(build) as Statement | undefined;
    if (known) return known;
    const query = build(db);
    texts.add(query.toSQL().sql);
    // Drizzle wants a name and passes it to no one.
    const statement = query.prepare('');
    made.set(build, statement);
    return statement;
  };
}

/** Closes the pool, letting statements under way end first (for at most `seconds`). */
export async function closeDatabase(seconds = 5): Promise<void> {
  const open = slot.current;
  slot.current = undefined;
  await open?.client.end({ timeout: seconds });
}

function connection(): Connection {
  slot.current ??= connect();
  return slot.current;
}

function connect(): Connection {
  const url = env().DATABASE_APP_URL ?? env().DATABASE_URL;
  if (!url) throw new Error('No database is named: set DATABASE_APP_URL, or start with `npm run up`.');
  const client = postgres(url, {
    max: 10,
    connect_timeout: 5,
    idle_timeout: 60,
    // After an outage the next request finds the database again within half a second.
    backoff: () => 0.2,
    onnotice: (notice) => log.debug({ notice: notice.message }, 'the database says'),
    connection: {
      application_name: 'broadsheet',
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  const texts = new Set<string>();
  const { unsafe } = client;
  // Drizzle runs everything through this, and never asks for a prepared statement.
  client.unsafe = (text, values, options) => unsafe(text, values, { prepare: texts.has(text), ...options });
  return { client, database: drizzle(client), prepared: texts, made: new Map() };
}
