import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { sendPing } from '#features/ping/commands/send-ping.ts';

const payload = z.object({ pingId: z.uuid() });

/** Some seconds after the first change that a ping tells of. What was not taken is tried again, later each time. */
export const sendPingTask: Task = async (input) => {
  await sendPing(payload.parse(input).pingId);
};
