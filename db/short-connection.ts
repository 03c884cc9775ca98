import postgres from 'postgres';

const patienceMilliseconds = 10_000;

/**
 * Runs `work` on one connection of its own that lives until the work ends, as session locks need. A server that has
 * not answered after `patience` milliseconds is an error with the code CONNECT_TIMEOUT.
 */
export async function withConnection<Value>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Value>,
  patience = patienceMilliseconds,
): Promise<Value> {
  const sql = shortConnection(url);
  try {
    await answersWithin(sql, patience);
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

/**
 * postgres.js begins its time anew with each try, and tries for ever when its connections are taken and then closed
 * without a word, as a gateway does whose server is gone.
 */
async function answersWithin(sql: postgres.Sql, milliseconds: number): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(Object.assign(new Error(`no answer in ${milliseconds} ms`), { code: 'CONNECT_TIMEOUT' }));
    void sql.end({ timeout: 0 });
  }, milliseconds);
  try {
    await Promise.race([sql`select 1`, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
