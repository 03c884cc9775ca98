import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { redirects } from '#db/schema/redirect.ts';
import { encodePath } from '#lib/address.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

interface Move {
  /** Paths, decoded, beginning with a slash. */
  readonly from: string;
  readonly to: string;
}

/**
 * Lets a former address lead to the new one, for ever. Former ones that led to it are turned along, so that nobody is
 * sent on twice; what goes back to an address of its own takes it back. Returns the tags of the pages that this changes.
 */
export async function moveAddress(tx: Transaction, { from, to }: Move): Promise<string[]> {
  if (from === to) return [];
  await refuseFormerAddress(tx, to, from);
  const target = encodePath(to);
  await tx.delete(redirects).where(eq(redirects.path, to));
  await tx
    .update(redirects)
    .set({ target })
    .where(eq(redirects.target, encodePath(from)));
  await tx
    .insert(redirects)
    .values({ path: from, target })
    .onConflictDoUpdate({ target: redirects.path, set: { target } });
  return [cacheTags.redirects];
}

/** Throws 'conflict' for an address that was once another thing's and leads there now: it is not given away. */
export async function refuseFormerAddress(tx: Transaction, path: string, own?: string): Promise<void> {
  const [taken] = await tx
    .select({ target: redirects.target })
    .from(redirects)
    .where(and(eq(redirects.path, path), own === undefined ? undefined : ne(redirects.target, encodePath(own))));
  if (taken) throw new Refusal('conflict', `The address ${path} leads to ${taken.target} already: choose another.`);
}
