import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { bylines } from '#db/schema/byline.ts';
import { deleteBylineInput } from '#features/byline/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Takes somebody away whom no version of any story credits. */
export const deleteByline = defineCommand({
  name: 'byline.delete',
  input: deleteBylineInput,
  allows: (actor) => canManage(actor, 'byline'),
  async run({ tx, input: { bylineId }, refresh, audit }) {
    const [byline] = await tx.select().from(bylines).where(eq(bylines.id, bylineId)).for('update');
    if (!byline) throw new Refusal('not_found', 'There is no such byline.');
    const [row] = await tx.execute<{ used: boolean }>(sql`select exists (
      select from publication_bylines where byline_id = ${bylineId} union all select from revision_bylines where byline_id = ${bylineId}
    ) as used`);
    if (row?.used) throw new Refusal('conflict', 'Stories bear this byline, or bore it: it cannot be deleted.');
    await tx.delete(bylines).where(eq(bylines.id, bylineId));
    refresh([cacheTags.person(bylineId)]);
    audit({ subjectKind: 'byline', subjectId: bylineId, details: { name: byline.name, handle: byline.handle } });
    return { name: byline.name };
  },
});
