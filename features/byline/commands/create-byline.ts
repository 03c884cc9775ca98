import 'server-only';
import { bylines } from '#db/schema/byline.ts';
import { createBylineInput } from '#features/byline/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { Refusal } from '#lib/errors.ts';

/** Adds somebody who can be credited. */
export const createByline = defineCommand({
  name: 'byline.create',
  input: createBylineInput,
  allows: (actor) => canManage(actor, 'byline'),
  async run({ tx, input, audit }) {
    const [byline] = await tx.insert(bylines).values(input).onConflictDoNothing().returning({ id: bylines.id });
    if (!byline) throw new Refusal('conflict', `There is a byline '${input.handle}' already.`);
    audit({ subjectKind: 'byline', subjectId: byline.id, details: { handle: input.handle } });
    return { bylineId: byline.id, handle: input.handle };
  },
});
