import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { sendReset } from '#features/user/commands/send-reset.ts';

const payload = z.object({ email: z.string() });

/** After somebody forgot a password: the mail with the link, where there is such an account. */
export const sendResetTask: Task = async (input) => {
  await sendReset(payload.parse(input).email);
};
