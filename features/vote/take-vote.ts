import 'server-only';
import { randomUUID } from 'node:crypto';
import { castVote } from '#features/vote/commands/cast-vote.ts';
import type { Ballot } from '#features/vote/dto.ts';
import { spendVote } from '#features/vote/limits.ts';
import { readVoter, type VoterCookie, voterCookie } from '#features/vote/voter-cookie.ts';

/** A vote as it arrives, at whichever door. */
export interface ArrivingVote {
  /** The `Cookie` header as the browser sent it. */
  readonly cookies: string | null | undefined;
  readonly address: string;
  /** Both as they came: the command parses them. */
  readonly articleId: unknown;
  readonly intent: unknown;
}

/**
 * What both doors (the form's action and `/api/votes`) do with a vote: who votes, not too often, cast. `cookie` is to
 * be set where the reader voted for the first time. Throws what `castVote` and `spendVote` throw.
 */
export async function takeVote(vote: ArrivingVote): Promise<{ ballot: Ballot; cookie: VoterCookie | null }> {
  const known = readVoter(vote.cookies);
  await spendVote(known, vote.address);
  const voterId = known ?? randomUUID();
  const ballot = await castVote({ voterId, articleId: vote.articleId, intent: vote.intent });
  return { ballot, cookie: known === null && ballot.standing ? voterCookie(voterId) : null };
}
