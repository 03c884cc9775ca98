import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { sections } from '#db/schema/section.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { moveAddress } from '#features/redirect/commands/move-address.ts';
import { editSectionInput } from '#features/section/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Renames a section, describes it anew, moves it in the tree. A new slug leaves a redirect for all that is under it. */
export const editSection = defineCommand({
  name: 'section.edit',
  input: editSectionInput,
  allows: (actor) => canManage(actor, 'section'),
  async run({ tx, input: { sectionId, ...values }, refresh, audit }) {
    // Sections are few and edited seldom: one at a time, so that no two moves close a circle between them.
    await tx.execute(sql`lock table sections in share row exclusive mode`);
    const [before] = await tx.select().from(sections).where(eq(sections.id, sectionId));
    if (!before) throw new Refusal('not_found', 'There is no such section.');
    if (values.parentId) await refuseCircle(tx, sectionId, values.parentId);
    await refuseTakenSlug(tx, sectionId, values.slug);
    await tx.update(sections).set(values).where(eq(sections.id, sectionId));
    const moved = await moveAddress(tx, { from: `/${before.slug}`, to: `/${values.slug}` });
    refresh([cacheTags.sections, ...moved]);
    audit({ subjectKind: 'section', subjectId: sectionId, details: changed(before, values) });
    return { sectionId, slug: values.slug };
  },
});

async function refuseCircle(tx: Transaction, sectionId: string, parentId: string): Promise<void> {
  const rows = await tx.select({ id: sections.id, parentId: sections.parentId }).from(sections);
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  if (!parents.has(parentId)) {
    throw new Refusal('invalid', 'There is no such section above it.', { parentId: 'There is no such section.' });
  }
  for (let above: string | null = parentId; above; above = parents.get(above) ?? null) {
    if (above === sectionId) {
      throw new Refusal('invalid', 'A section cannot stand below itself.', {
        parentId: 'A section cannot stand below itself.',
      });
    }
  }
}

async function refuseTakenSlug(tx: Transaction, sectionId: string, slug: string): Promise<void> {
  const [holder] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug));
  if (holder && holder.id !== sectionId) {
    throw new Refusal('conflict', `There is a section '${slug}' already.`, { slug: 'is taken' });
  }
}

/** What is different now, for the audit log. */
function changed<Values extends Record<string, unknown>>(before: Record<string, unknown>, after: Values) {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));
}
