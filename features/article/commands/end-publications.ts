import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { publications } from '#db/schema/publication.ts';
import type { PublicationWindow } from './lock-article.ts';

/** Ends the publication in force at this moment and gives up those that were scheduled. */
export async function endPublications(tx: Transaction, windows: readonly PublicationWindow[]): Promise<void> {
  const idsOf = (standing: PublicationWindow['standing']) =>
    windows.filter((window) => window.standing === standing).map(({ id }) => id);
  const scheduled = idsOf('future');
  const inForce = idsOf('in force');
  if (scheduled.length > 0) await tx.delete(publications).where(inArray(publications.id, scheduled));
  if (inForce.length > 0) {
    await tx.update(publications).set({ effectiveTo: sql`now()` }).where(inArray(publications.id, inForce));
  }
}
