import postgres from 'postgres';

export interface ConnectionOptions {
  /** A server that has not answered by then is an error with the code CONNECT_TIMEOUT. */
  readonly patienceMilliseconds?: number;
  /**
   * False where no arrays are read. postgres.js asks for their types in a promise of its own, whose failure ends the
   * process when the server dies just then.
   */
  readonly arrays?: boolean;
}

/** Runs `work` on one connection of its own that lives until the work ends, as session locks need. */
export async function withConnection<Value>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Value>,
  { patienceMilliseconds = 10_000, arrays = true }: ConnectionOptions = {},
): Promise<Value> {
  const sql = shortConnection(url, { fetch_types: arrays });
  try {
    await answersWithin(sql, patienceMilliseconds);
    const value = await work(sql);
    await sql.end({ timeout: 5 });
    return value;
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
}

/** One connection for set-up and upkeep, deaf to notices. Whoever opens it ends it. */
export function shortConnection(url: string, more: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  const ignore = () => undefined;
  return postgres(url, { max: 1, connect_timeout: 10, idle_timeout: 0, max_lifetime: null, onnotice: ignore, ...more });
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
