import 'server-only';
import type { z } from 'zod';
import { database, type Transaction } from '#db/client.ts';
import type { Actor } from '#features/user/actor.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';
import type { Command } from './define-command.ts';

type Run = <Schema extends z.ZodType, Output>(
  command: Command<Schema, Output>,
  input: z.input<Schema>,
) => Promise<Output>;

/** Runs several commands as one: all of them happen or none, and the pages are evicted once all have. */
export async function inOneTransaction<Output>(
  actor: Actor,
  work: (run: Run, tx: Transaction) => Promise<Output>,
): Promise<Output> {
  const purges: Purge[] = [];
  const output = await database().transaction((tx) =>
    work(async (command, input) => {
      const done = await command.within(tx, actor, input);
      purges.push(...done.purges);
      return done.output;
    }, tx),
  );
  for (const purge of purges) purgeLocally(purge);
  return output;
}
