import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { bylines } from '#db/schema/byline.ts';
import { articleAddresses } from '#db/schema/publication.ts';
import { sections } from '#db/schema/section.ts';
import { tags } from '#db/schema/tag.ts';
import { canonicalSegments } from '#features/redirect/model.ts';

/** What stands at a path (decoded), in half a sentence: a section, a story past or present, a tag or a byline; or null. */
export async function findPageAt(tx: Transaction, path: string): Promise<string | null> {
  const [first = '', second, ...rest] = canonicalSegments(path);
  if (rest.length > 0) return null;
  if (second === undefined) {
    const found = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, first));
    return found.length > 0 ? 'it is a section' : null;
  }
  if (first === 'tag') {
    const found = await tx.select({ id: tags.id }).from(tags).where(eq(tags.slug, second));
    return found.length > 0 ? 'it is the page of a tag' : null;
  }
  if (first === 'author') {
    const found = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.handle, second));
    return found.length > 0 ? "it is somebody's page" : null;
  }
  const found = await tx
    .select({ id: articleAddresses.articleId })
    .from(articleAddresses)
    .innerJoin(sections, eq(sections.id, articleAddresses.sectionId))
    .where(and(eq(sections.slug, first), eq(articleAddresses.slug, second)));
  return found.length > 0 ? 'it is, or was, the address of a story' : null;
}
