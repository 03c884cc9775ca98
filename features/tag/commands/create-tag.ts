import 'server-only';
import { tags } from '#db/schema/tag.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { refuseFormerAddress } from '#features/redirect/commands/move-address.ts';
import { canManage } from '#features/settings/policy.ts';
import { createTagInput } from '#features/tag/schema.ts';
import { Refusal } from '#lib/errors.ts';

/** Adds a topic. */
export const createTag = defineCommand({
  name: 'tag.create',
  input: createTagInput,
  allows: (actor) => canManage(actor, 'tag'),
  async run({ tx, input, audit }) {
    await refuseFormerAddress(tx, `/tag/${input.slug}`);
    const [tag] = await tx.insert(tags).values(input).onConflictDoNothing().returning({ id: tags.id });
    if (!tag) throw new Refusal('conflict', `There is a tag '${input.slug}' already.`, { slug: 'is taken' });
    audit({ subjectKind: 'tag', subjectId: tag.id, details: { slug: input.slug } });
    return { tagId: tag.id, slug: input.slug };
  },
});
