import 'server-only';
import { randomUUID } from 'node:crypto';
import { castVote } from '#features/vote/commands/cast-vote.ts';
import type { Ballot } from '#features/vote/dto.ts';
import { spendVote } from '#features/vote/limits.ts';
import { readVoter, type VoterCookie, voterCookie } from '#features/vote/voter-cookie.ts';
import { Refusal } from '#lib/errors.ts';

/** A vote as it arrives, at whichever door. */
export interface ArrivingVote {
  /** The `Cookie` header as the browser sent it. */
  readonly cookies: string | null | undefined;
  readonly address: string;
  /** Both as they came: the command parses them. */
  readonly articleId: unknown;
  readonly intent: unknown;
  /** Sets the cookie by which a new reader is known from now on; called before the vote is answered or fails. */
  readonly remember: (cookie: VoterCookie) => void;
}

/** Milliseconds: less than the doors themselves wait, so that the reader can still be given the cookie. */
const usualPatience = 8000;

/**
 * What both doors (the form's action and `/api/votes`) do with a vote: who votes, not too often, cast. Throws what
 * `castVote` and `spendVote` throw, and `Refusal` 'unavailable' where the database hangs.
 */
export async function takeVote(vote: ArrivingVote, patience = usualPatience): Promise<Ballot> {
  const { articleId, intent } = vote;
  const known = readVoter(vote.cookies);
  await spendVote(known, vote.address);
  const voterId = known ?? randomUUID();
  const remember = () => {
    if (known === null && intent === 'vote') vote.remember(voterCookie(voterId));
  };
  try {
    const ballot = await inTime(castVote({ voterId, articleId, intent }), patience);
    remember();
    return ballot;
  } catch (error) {
    // The vote may have been counted all the same: sent again, it must come from the same reader.
    if (!(error instanceof Refusal) || error.code === 'unavailable') remember();
    throw error;
  }
}

async function inTime(ballot: Promise<Ballot>, patience: number): Promise<Ballot> {
  const late = Promise.withResolvers<never>();
  const unavailable = new Refusal('unavailable', 'This cannot be counted just now. Please try again soon.');
  const timer = setTimeout(() => late.reject(unavailable), patience);
  return Promise.race([ballot, late.promise]).finally(() => clearTimeout(timer));
}
