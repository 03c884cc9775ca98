import 'server-only';
import { inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { redirects } from '#db/schema/redirect.ts';
import { sectionPathOf, spellingsOf } from '#features/redirect/model.ts';

const columns = { path: redirects.path, target: redirects.target };

/** The redirects that a path is judged by: its own and its section's. */
export const redirectsAt = (tx: Transaction, path: string) =>
  tx
    .select(columns)
    .from(redirects)
    .where(inArray(redirects.path, [path, sectionPathOf(path)]));

/** One redirect, if there is any, that leads to a path, or under it where the path is a section's. */
export const redirectsTo = (tx: Transaction, path: string) =>
  tx.select(columns).from(redirects).where(leadsTo(path)).limit(1);

/** Ranges of bytes, each one look into the index on targets, however many redirects there are. */
export function leadsTo(path: string): SQL | undefined {
  const target = sql`(${redirects.target} collate "C")`;
  const endings = path === sectionPathOf(path) ? ['/', '?', '#'] : ['?', '#'];
  return or(
    ...spellingsOf(path).flatMap((spelling) => [
      sql`${target} = ${spelling}`,
      ...endings.map((next) => sql`${target} >= ${spelling + next} and ${target} < ${spelling + afterwards(next)}`),
    ]),
  );
}

const afterwards = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 1);
