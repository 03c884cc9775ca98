import type { Transaction } from '#db/client.ts';
import type { Actor } from '#features/user/actor.ts';
import type { Purge } from '#lib/purge.ts';

/** What the commands want beside their input, and where the purges that they give back are gathered. */
export interface Loading {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly purges: Purge[];
}

/** The id of a name; throws where the demonstration names what it does not have. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The demonstration names '${name}', which it does not have.`);
  return id;
}
