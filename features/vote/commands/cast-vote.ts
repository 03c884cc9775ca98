import 'server-only';
import { parseInput } from '#features/command/parse-input.ts';
import { commitVotes, type PlainVote } from '#features/vote/commit-votes.ts';
import type { Ballot } from '#features/vote/dto.ts';
import { groupCommit } from '#features/vote/group-commit.ts';
import { noteTally } from '#features/vote/recent-tallies.ts';
import { voteInput } from '#features/vote/schema.ts';
import { env } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

export interface CastVote {
  /** From the signed cookie, never from input. */
  readonly voterId: string;
  readonly articleId: unknown;
  readonly intent: unknown;
  /** The hash of the network that it comes from. */
  readonly network?: string;
}

/**
 * Makes one reader's vote for a public story stand, or withdraws it; asking for what is so already changes nothing.
 * Votes that arrive together are committed together; each is answered after its commit. Throws `Refusal` 'invalid',
 * 'not_found' for a story that is not public, or 'unavailable' where too many wait.
 */
export async function castVote({ voterId, articleId, intent, network }: CastVote): Promise<Ballot> {
  const vote = { ...parseInput(voteInput, { articleId, intent }), voterId, network: network ?? null };
  const ballot = env().VOTE_GROUP === 1 ? (await commitVotes([vote]))[0] : await group()(vote);
  if (!ballot) throw new Refusal('not_found', 'There is no such story, or it is not public any more.');
  noteTally(ballot);
  return ballot;
}

const longestQueue = 20_000;

/** One for the process: Next's part of it (the form's action) and the server's (`/api/votes`) vote into the same batches. */
function group() {
  return processWide('vote-group', () =>
    groupCommit<PlainVote, Ballot | null>({
      commit: commitVotes,
      keyOf: ({ articleId, voterId }) => `${articleId} ${voterId}`,
      worthRetrying,
      largest: env().VOTE_GROUP,
      longestQueue,
    }),
  );
}

/** What the database says of a statement may be one vote's fault; that it is away, or too slow, is nobody's. */
function worthRetrying(error: unknown): boolean {
  const { name, code = '' } = error as { name?: string; code?: string };
  return name === 'PostgresError' && !/^(?:08|53|57)/.test(code);
}
