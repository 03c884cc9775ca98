import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { sendInvitation } from '#features/user/commands/send-invitation.ts';

const payload = z.object({ invitationId: z.uuid() });

/** After an invitation: its mail. A mail that was not taken is tried again, with a new link. */
export const sendInvitationTask: Task = async (input) => {
  await sendInvitation(payload.parse(input).invitationId);
};
