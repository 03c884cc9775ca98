import postgres from 'postgres';

/** Runs `work` on one connection of its own that lives until the work ends, as session locks need. */
export async function withConnection<Value>(url: string, work: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const sql = shortConnection(url);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** One connection for set-up and upkeep, deaf to notices. Whoever opens it ends it. */
export function shortConnection(url: string): postgres.Sql {
  const ignore = () => undefined;
  return postgres(url, { max: 1, connect_timeout: 10, idle_timeout: 0, max_lifetime: null, onnotice: ignore });
}
