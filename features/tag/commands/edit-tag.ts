import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { tags } from '#db/schema/tag.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { moveAddress } from '#features/redirect/commands/move-address.ts';
import { canManage } from '#features/settings/policy.ts';
import { editTagInput } from '#features/tag/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Renames a topic. A new slug leaves a redirect. */
export const editTag = defineCommand({
  name: 'tag.edit',
  input: editTagInput,
  allows: (actor) => canManage(actor, 'tag'),
  async run({ tx, input: { tagId, slug, name }, refresh, audit }) {
    const [before] = await tx.select().from(tags).where(eq(tags.id, tagId)).for('update');
    if (!before) throw new Refusal('not_found', 'There is no such tag.');
    const [taken] = await tx
      .select({ id: tags.id })
      .from(tags)
      .where(and(eq(tags.slug, slug), ne(tags.id, tagId)));
    if (taken) throw new Refusal('conflict', `There is a tag '${slug}' already.`, { slug: 'is taken' });
    const moved = await moveAddress(tx, { from: `/tag/${before.slug}`, to: `/tag/${slug}` });
    await tx.update(tags).set({ slug, name }).where(eq(tags.id, tagId));
    refresh([cacheTags.topic(tagId), ...moved]);
    audit({ subjectKind: 'tag', subjectId: tagId, details: { name, slug, was: before.name, wasAt: before.slug } });
    return { tagId, slug };
  },
});
