import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { voteQuarantines, voteSalts } from '#db/schema/vote.ts';
import { addressNetwork } from '#lib/client-address.ts';
import { processWide } from '#lib/global.ts';

/**
 * The network of an address (/24, /48) under the salt of the day (UTC), which all processes share; the next day nobody
 * can tell that it was the same. Throws what the database throws.
 */
export async function networkHash(address: string, now = new Date()): Promise<string> {
  const day = now.toISOString().slice(0, 10);
  const kept = processWide('vote-salt', () => ({ day: '', salt: Promise.resolve('') }));
  if (kept.day !== day) {
    kept.day = day;
    kept.salt = loadSalt(day);
    kept.salt.catch(() => {
      kept.day = '';
    });
  }
  return createHmac('sha256', await kept.salt)
    .update(addressNetwork(address))
    .digest('base64url');
}

async function loadSalt(day: string): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  await database().insert(voteSalts).values({ day, salt: fresh }).onConflictDoNothing();
  const [row] = await database().select({ salt: voteSalts.salt }).from(voteSalts).where(eq(voteSalts.day, day));
  if (!row) throw new Error(`The salt of ${day} is not there.`);
  return row.salt;
}

/** Housekeeping: the salts of days that are over, and the hashes that were made with them. */
export async function forgetNetworks(): Promise<void> {
  const today = sql`(now() at time zone 'UTC')::date`;
  await database().delete(voteSalts).where(lt(voteSalts.day, today));
  await database()
    .update(voteQuarantines)
    .set({ network: null })
    .where(and(isNotNull(voteQuarantines.network), lt(sql`(opened_at at time zone 'UTC')::date`, today)));
}
