import 'server-only';
import type { z } from 'zod';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { type AuditEntry, recordAudit } from '#features/audit/record-audit.ts';
import { parseInput } from '#features/command/parse-input.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';

/** What a command's work is given. All that it writes goes through `tx`. */
export interface CommandContext<Input> {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly input: Input;
  /** The pages that bear these tags are out of date once this commits. */
  refresh(tags: Iterable<string>): void;
  /** The pages that bear these tags may never be shown again once this commits. */
  destroy(tags: Iterable<string>): void;
  audit(entry: AuditEntry): void;
}

interface CommandDefinition<Schema extends z.ZodType, Output> {
  /** Noun and verb, such as `article.publish`, as the audit log shows it. */
  readonly name: string;
  readonly input: Schema;
  /** The first check, before the input is looked at; what depends on the thing itself is checked in `run` too. */
  allows(actor: Actor): boolean;
  run(context: CommandContext<z.output<Schema>>): Promise<Output>;
}

export interface Command<Schema extends z.ZodType, Output> {
  /** Throws `Refusal` ('forbidden', 'invalid', 'not_found', 'conflict'); nothing is changed then. */
  (actor: Actor, input: z.input<Schema>): Promise<Output>;
  /** The same inside a transaction that is under way; the caller evicts with the purges given back. */
  within(tx: Transaction, actor: Actor, input: z.input<Schema>): Promise<{ output: Output; purges: Purge[] }>;
}

/**
 * Makes a command: authorise, parse, then one transaction that holds the change, the audit entry and the purge of the
 * pages that show it. This process's pages are evicted before the caller is answered.
 */
export function defineCommand<Schema extends z.ZodType, Output>(
  definition: CommandDefinition<Schema, Output>,
): Command<Schema, Output> {
  async function within(tx: Transaction, actor: Actor, input: z.input<Schema>) {
    if (!definition.allows(actor)) throw new Refusal('forbidden', 'You may not do this.');
    const parsed = parseInput(definition.input, input);
    const tags = { refresh: new Set<string>(), destroy: new Set<string>() };
    const entries: AuditEntry[] = [];
    const output = await definition.run({
      tx,
      actor,
      input: parsed,
      refresh: (more) => addAll(tags.refresh, more),
      destroy: (more) => addAll(tags.destroy, more),
      audit: (entry) => entries.push(entry),
    });
    for (const entry of entries) await recordAudit(tx, actor, definition.name, entry);
    const purges: Purge[] = (['destroy', 'refresh'] as const)
      .map((kind) => ({ kind, tags: [...tags[kind]] }))
      .filter((purge) => purge.tags.length > 0);
    for (const purge of purges) await writePurge(tx, purge);
    return { output, purges };
  }

  async function command(actor: Actor, input: z.input<Schema>): Promise<Output> {
    const { output, purges } = await database().transaction((tx) => within(tx, actor, input));
    for (const purge of purges) purgeLocally(purge);
    return output;
  }
  return Object.assign(command, { within });
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const tag of more) set.add(tag);
}
