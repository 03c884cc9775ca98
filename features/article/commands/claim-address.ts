import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articleAddresses } from '#db/schema/publication.ts';
import { withSuffix } from '#features/article/slug.ts';
import { Refusal } from '#lib/errors.ts';

const mostTries = 500;

/** Addresses under a section that are the site's own: its archive. */
const takenSlugs: ReadonlySet<string> = new Set(['archive']);

/**
 * Gives an article an address in a section for ever: the slug itself, or the slug with the first number that is free.
 * An address that was once another article's is never given away. Returns the slug that it got.
 */
export async function claimAddress(
  tx: Transaction,
  address: { articleId: string; sectionId: string; slug: string },
): Promise<string> {
  for (let number = takenSlugs.has(address.slug) ? 2 : 1; number <= mostTries; number += 1) {
    const slug = number === 1 ? address.slug : withSuffix(address.slug, number);
    await tx
      .insert(articleAddresses)
      .values({ ...address, slug })
      .onConflictDoNothing();
    const [holder] = await tx
      .select({ articleId: articleAddresses.articleId })
      .from(articleAddresses)
      .where(and(eq(articleAddresses.sectionId, address.sectionId), eq(articleAddresses.slug, slug)));
    if (holder?.articleId === address.articleId) return slug;
  }
  throw new Refusal('conflict', `Too many stories in this section are called '${address.slug}': choose another slug.`);
}
