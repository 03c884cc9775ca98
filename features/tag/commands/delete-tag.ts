import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { tags } from '#db/schema/tag.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { deleteTagInput } from '#features/tag/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Takes a topic away that no version of any story has. */
export const deleteTag = defineCommand({
  name: 'tag.delete',
  input: deleteTagInput,
  allows: (actor) => canManage(actor, 'tag'),
  async run({ tx, input: { tagId }, refresh, audit }) {
    const [tag] = await tx.select().from(tags).where(eq(tags.id, tagId)).for('update');
    if (!tag) throw new Refusal('not_found', 'There is no such tag.');
    const [row] = await tx.execute<{ used: boolean }>(sql`select exists (
      select from publication_tags where tag_id = ${tagId} union all select from revision_tags where tag_id = ${tagId}
    ) as used`);
    if (row?.used) throw new Refusal('conflict', 'Stories have this tag, or had it: it cannot be deleted.');
    await tx.delete(tags).where(eq(tags.id, tagId));
    refresh([cacheTags.topic(tagId)]);
    audit({ subjectKind: 'tag', subjectId: tagId, details: { name: tag.name, slug: tag.slug } });
    return { name: tag.name };
  },
});
