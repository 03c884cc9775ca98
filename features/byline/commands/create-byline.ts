import 'server-only';
import { bylines } from '#db/schema/byline.ts';
import { createBylineInput } from '#features/byline/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { refuseFormerAddress } from '#features/redirect/commands/move-address.ts';
import { canManage } from '#features/settings/policy.ts';
import { Refusal } from '#lib/errors.ts';
import { refuseUnknownUser } from './refuse-unknown-user.ts';

/** Adds somebody who can be credited. */
export const createByline = defineCommand({
  name: 'byline.create',
  input: createBylineInput,
  allows: (actor) => canManage(actor, 'byline'),
  async run({ tx, input, audit }) {
    await refuseUnknownUser(tx, input.userId);
    await refuseFormerAddress(tx, `/author/${input.handle}`);
    const [byline] = await tx.insert(bylines).values(input).onConflictDoNothing().returning({ id: bylines.id });
    if (!byline) throw new Refusal('conflict', `There is a byline '${input.handle}' already.`, { handle: 'is taken' });
    audit({ subjectKind: 'byline', subjectId: byline.id, details: { handle: input.handle } });
    return { bylineId: byline.id, handle: input.handle };
  },
});
