import { z } from 'zod';

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\S{1,2000})$/;

/** What the list at the desk is asked for; a value that makes no sense is as good as none. */
export const deliveriesQuery = z.object({
  /** The activity and inbox of the last one on the page before. */
  before: z
    .string()
    .regex(shape)
    .transform((text) => {
      const [, activityId = '', inbox = ''] = shape.exec(text) ?? [];
      return { activityId, inbox };
    })
    .nullable()
    .catch(null),
});

export type DeliveriesQuery = z.output<typeof deliveriesQuery>;
