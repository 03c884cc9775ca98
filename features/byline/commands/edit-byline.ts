import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { bylines } from '#db/schema/byline.ts';
import { editBylineInput } from '#features/byline/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { moveAddress } from '#features/redirect/commands/move-address.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';
import { refuseUnknownUser } from './refuse-unknown-user.ts';

/** Changes what is said of somebody credited. A new handle leaves a redirect. */
export const editByline = defineCommand({
  name: 'byline.edit',
  input: editBylineInput,
  allows: (actor) => canManage(actor, 'byline'),
  async run({ tx, input: { bylineId, ...values }, refresh, audit }) {
    const [before] = await tx.select().from(bylines).where(eq(bylines.id, bylineId)).for('update');
    if (!before) throw new Refusal('not_found', 'There is no such byline.');
    const { handle, name } = values;
    const [taken] = await tx
      .select({ id: bylines.id })
      .from(bylines)
      .where(and(eq(bylines.handle, handle), ne(bylines.id, bylineId)));
    if (taken) throw new Refusal('conflict', `There is a byline '${handle}' already.`, { handle: 'is taken' });
    await refuseUnknownUser(tx, values.userId);
    const moved = await moveAddress(tx, { from: `/author/${before.handle}`, to: `/author/${handle}` });
    await tx.update(bylines).set(values).where(eq(bylines.id, bylineId));
    refresh([cacheTags.person(bylineId), ...moved]);
    audit({
      subjectKind: 'byline',
      subjectId: bylineId,
      details: { name, handle, was: before.name, wasAt: before.handle },
    });
    return { bylineId, handle };
  },
});
