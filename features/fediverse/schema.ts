import { z } from 'zod';

/** An address of another server, as long as one may be. */
const address = z.url({ protocol: /^https?$/ }).max(2000);

/** A thing by its id, whether it is named or stands there whole. */
const named = z.union([address, z.object({ id: address }).transform(({ id }) => id)]);

const head = { id: address, actor: named };

/** What an inbox takes (ActivityPub, sections 7.5 and 7.10); the Follow that is taken back stands whole or by its id. */
const followInput = z.object({ ...head, type: z.literal('Follow'), object: named });

const unfollowInput = z.object({
  ...head,
  type: z.literal('Undo'),
  object: z.union([
    address.transform((id) => ({ id, actor: undefined, object: undefined })),
    z.object({ id: address.optional(), type: z.literal('Follow'), actor: named, object: named }),
  ]),
});

export const takenActivity = z.discriminatedUnion('type', [followInput, unfollowInput]);
export type TakenActivity = z.output<typeof takenActivity>;
