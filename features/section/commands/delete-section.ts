import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { sections } from '#db/schema/section.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { deleteSectionInput } from '#features/section/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Takes a section away in which no story is or ever was, and under which no other stands. */
export const deleteSection = defineCommand({
  name: 'section.delete',
  input: deleteSectionInput,
  allows: (actor) => canManage(actor, 'section'),
  async run({ tx, input: { sectionId }, refresh, audit }) {
    const [section] = await tx.select().from(sections).where(eq(sections.id, sectionId)).for('update');
    if (!section) throw new Refusal('not_found', 'There is no such section.');
    const below = await isThere(tx, sql`select from sections where parent_id = ${sectionId}`);
    if (below) throw new Refusal('conflict', 'Other sections stand under this one: move them first.');
    const used = await isThere(
      tx,
      sql`select from articles where section_id = ${sectionId}
        union all select from article_addresses where section_id = ${sectionId}
        union all select from publications where section_id = ${sectionId}
        union all select from revisions where section_id = ${sectionId}`,
    );
    if (used) throw new Refusal('conflict', 'There are stories in this section, or were: it cannot be deleted.');
    await tx.delete(sections).where(eq(sections.id, sectionId));
    refresh([cacheTags.sections, cacheTags.latest]);
    audit({ subjectKind: 'section', subjectId: sectionId, details: { name: section.name, slug: section.slug } });
    return { name: section.name };
  },
});

async function isThere(tx: Transaction, rows: SQL): Promise<boolean> {
  const [row] = await tx.execute<{ there: boolean }>(sql`select exists (${rows}) as there`);
  return row?.there ?? false;
}
