import 'server-only';
import { eq, isNull } from 'drizzle-orm';
import { sections } from '#db/schema/section.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { orderSectionsInput } from '#features/section/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Puts the sections that stand beside each other in order; the menu and the front follow it. */
export const orderSections = defineCommand({
  name: 'section.order',
  input: orderSectionsInput,
  allows: (actor) => canManage(actor, 'section'),
  async run({ tx, input: { parentId, sectionIds }, refresh, audit }) {
    const beside = await tx
      .select({ id: sections.id })
      .from(sections)
      .where(parentId ? eq(sections.parentId, parentId) : isNull(sections.parentId))
      .for('update');
    const known = new Set(beside.map(({ id }) => id));
    if (known.size !== sectionIds.length || !sectionIds.every((id) => known.delete(id))) {
      throw new Refusal('conflict', 'The sections have changed meanwhile: load the page again.');
    }
    for (const [position, id] of sectionIds.entries()) {
      await tx.update(sections).set({ position }).where(eq(sections.id, id));
    }
    refresh([cacheTags.sections]);
    audit({ subjectKind: 'section', subjectId: parentId ?? 'top', details: { sectionIds } });
    return { sectionIds };
  },
});
