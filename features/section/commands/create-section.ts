import 'server-only';
import { eq, isNull, max } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { sections } from '#db/schema/section.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { refuseFormerAddress } from '#features/redirect/commands/move-address.ts';
import { createSectionInput } from '#features/section/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Adds a section to the tree; every page shows it in its menu from then on. */
export const createSection = defineCommand({
  name: 'section.create',
  input: createSectionInput,
  allows: (actor) => canManage(actor, 'section'),
  async run({ tx, input, refresh, audit }) {
    if (input.parentId) {
      const [parent] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, input.parentId));
      if (!parent)
        throw new Refusal('invalid', 'There is no such section above it.', { parentId: 'There is no such section.' });
    }
    await refuseFormerAddress(tx, `/${input.slug}`);
    const position = input.position ?? (await nextPosition(tx, input.parentId));
    const values = { ...input, position };
    const [section] = await tx.insert(sections).values(values).onConflictDoNothing().returning({ id: sections.id });
    if (!section) throw new Refusal('conflict', `There is a section '${input.slug}' already.`, { slug: 'is taken' });
    refresh([cacheTags.sections, cacheTags.latest]);
    audit({ subjectKind: 'section', subjectId: section.id, details: { slug: input.slug } });
    return { sectionId: section.id, slug: input.slug };
  },
});

/** After the last of those that stand under the same one. */
async function nextPosition(tx: Transaction, parentId: string | null): Promise<number> {
  const [last] = await tx
    .select({ position: max(sections.position) })
    .from(sections)
    .where(parentId ? eq(sections.parentId, parentId) : isNull(sections.parentId));
  return (last?.position ?? -1) + 1;
}
