import 'server-only';
import { randomUUID } from 'node:crypto';
import { systemActor } from '#features/user/actor.ts';
import { Bursts } from '#features/vote/bursts.ts';
import { type CastVote, castVote } from '#features/vote/commands/cast-vote.ts';
import { holdBurst } from '#features/vote/commands/hold-burst.ts';
import type { Ballot } from '#features/vote/dto.ts';
import { spendVote } from '#features/vote/limits.ts';
import { networkHash } from '#features/vote/network-hash.ts';
import { readVoter, type VoterCookie, voterCookie } from '#features/vote/voter-cookie.ts';
import { Refusal } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

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
  await spendVote({ voterId: known, address: vote.address, articleId });
  const voterId = known ?? randomUUID();
  const remember = () => {
    if (known === null && intent === 'vote') vote.remember(voterCookie(voterId));
  };
  try {
    const ballot = await inTime(castAndWatch({ voterId, articleId, intent }, vote.address), patience);
    remember();
    return ballot;
  } catch (error) {
    // The vote may have been counted all the same: sent again, it must come from the same reader.
    if (!(error instanceof Refusal) || error.code === 'unavailable') remember();
    throw error;
  }
}

/** Casts a vote, and holds it with others where so many come from one network that they are hardly different people. */
async function castAndWatch(vote: CastVote, address: string): Promise<Ballot> {
  const network = await networkHash(address);
  const ballot = await castVote({ ...vote, network });
  const { articleId, standing, held } = ballot;
  if (!standing || held) return ballot;
  const bursts = processWide('vote-bursts', () => new Bursts());
  const voterIds = bursts.note(articleId, network, vote.voterId);
  if (!voterIds) return ballot;
  const hold = await holdBurst(watchman, { articleId, network, voterIds });
  bursts.settle(articleId, network, voterIds);
  return hold.held ? { ...ballot, votes: Math.max(0, ballot.votes - hold.votes), held: true } : ballot;
}

const watchman = systemActor('vote limits');

async function inTime(ballot: Promise<Ballot>, patience: number): Promise<Ballot> {
  const late = Promise.withResolvers<never>();
  const unavailable = new Refusal('unavailable', 'This cannot be counted just now. Please try again soon.');
  const timer = setTimeout(() => late.reject(unavailable), patience);
  return Promise.race([ballot, late.promise]).finally(() => clearTimeout(timer));
}
