import 'server-only';
import type { SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';

/** The rows of a statement that names its columns as `Row` does. */
export async function rowsOf<Row extends object>(statement: SQL): Promise<Row[]> {
  const rows: unknown = await database().execute(statement);
  return rows as Row[];
}
