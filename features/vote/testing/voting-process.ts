import { type CastVote, castVote } from '#features/vote/commands/cast-vote.ts';

/** A process of its own that casts what it is sent, all at once, and answers how each vote stood or why it was refused. */
process.on('message', async (votes: CastVote[]) => {
  const cast = (vote: CastVote) =>
    castVote(vote).then(
      ({ standing }) => standing,
      (error: { code?: string }) => error.code ?? String(error),
    );
  process.send?.(await Promise.all(votes.map(cast)));
});
process.once('disconnect', () => process.exit());
