import { sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A primary key that sorts by time of creation (RFC 9562, version 7), made by Postgres itself. */
export const identity = () => uuid('id').primaryKey().default(sql`uuidv7()`);

/** A moment with zone, to the microsecond, as a JavaScript Date (which keeps milliseconds). */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 6 });

/** When the row was made. */
export const createdAt = () => moment('created_at').notNull().defaultNow();

/** Text that compares without regard to case, for e-mail addresses. */
export const caselessText = customType<{ data: string }>({ dataType: () => 'citext' });

export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** The name of a Postgres text search configuration, such as `english` or `simple`. */
export const searchConfiguration = customType<{ data: string }>({ dataType: () => 'regconfig' });
