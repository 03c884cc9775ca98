import 'server-only';
import { eq, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '#db/client.ts';
import { bylines } from '#db/schema/byline.ts';
import { sections } from '#db/schema/section.ts';
import { tags } from '#db/schema/tag.ts';
import { slugify } from '#features/article/slug.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createSection } from '#features/section/commands/create-section.ts';
import { reservedSegments } from '#features/section/schema.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import type { Actor } from '#features/user/actor.ts';
import type { Purge } from '#lib/purge.ts';

export interface Terms {
  readonly section: string;
  readonly tags: readonly string[];
  readonly bylines: readonly string[];
}

export interface TermIds {
  readonly sectionId: string;
  readonly tagIds: string[];
  readonly bylineIds: string[];
}

/** Finds the section, tags and people of a story by name, and makes those that are not there yet. */
export async function ensureTerms(
  tx: Transaction,
  actor: Actor,
  terms: Terms,
): Promise<{ ids: TermIds; purges: Purge[] }> {
  const purges: Purge[] = [];
  const made = <Output>({ output, purges: more }: { output: Output; purges: Purge[] }): Output => {
    purges.push(...more);
    return output;
  };
  const slug = sectionSlugFor(terms.section);
  const sectionId =
    (await idWhere(tx, sections, eq(sections.slug, slug))) ??
    made(await createSection.within(tx, actor, { slug, name: terms.section })).sectionId;
  const tagIds: string[] = [];
  for (const name of terms.tags) {
    const tag = slugify(name);
    const known = await idWhere(tx, tags, eq(tags.slug, tag));
    tagIds.push(known ?? made(await createTag.within(tx, actor, { slug: tag, name })).tagId);
  }
  const bylineIds: string[] = [];
  for (const name of terms.bylines) {
    const handle = slugify(name);
    const known = await idWhere(tx, bylines, eq(bylines.handle, handle));
    bylineIds.push(known ?? made(await createByline.within(tx, actor, { handle, name })).bylineId);
  }
  return { ids: { sectionId, tagIds, bylineIds }, purges };
}

/** A section's slug from its name; a name that the site itself uses gets a word more. */
export function sectionSlugFor(name: string): string {
  const slug = slugify(name);
  return reservedSegments.has(slug) ? `${slug}-section` : slug;
}

async function idWhere(
  tx: Transaction,
  table: PgTable & { id: typeof sections.id | typeof tags.id | typeof bylines.id },
  where: SQL,
): Promise<string | undefined> {
  const [row] = await tx.select({ id: table.id }).from(table).where(where);
  return row?.id as string | undefined;
}
