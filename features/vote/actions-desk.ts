'use server';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import type { QuarantineDecision } from '#lib/vocabulary.ts';
import { decideQuarantine } from './commands/decide-quarantine.ts';

/** Accepts or rejects a burst of votes. */
export async function judgeVotesAction(decision: QuarantineDecision, quarantineId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    const { votes } = await decideQuarantine(actor, { quarantineId, decision });
    return { message: say(`votes.done.${decision}`, { count: votes }) };
  });
}
