import type { Ballot } from '#features/vote/dto.ts';
import type { VoteIntent } from '#lib/vocabulary.ts';

/** What the server says of a vote. */
export type Answer = Pick<Ballot, 'votes' | 'standing' | 'held'>;

/** The vote as the page shows it. `news` is what the reader is told of it, if anything. */
export interface ShownVote {
  readonly votes: number;
  readonly standing: boolean;
  readonly news: 'counted' | 'held' | 'withdrawn' | Error | null;
}

interface VoteParts {
  /** The tally that the page came with. */
  readonly votes: number;
  /** Asks the server; rejects with an error whose message is the server's code. */
  readonly send: (intent: VoteIntent) => Promise<Answer>;
  readonly show: (shown: ShownVote) => void;
}

/**
 * One reader's vote: shown at once as the reader wants it, then as the server counts it, and as it was before where
 * that fails. Clicks while a request is under way change what is wanted, and the last one wins.
 */
export function voteState({ votes, send, show }: VoteParts) {
  let confirmed: Answer = { votes, standing: false, held: false };
  let wanted = false;
  let sending = false;
  let touched = false;

  const tell = (news: ShownVote['news']) => {
    const counted = Number(confirmed.standing && !confirmed.held);
    // What is held is not in the tally, and a reader who takes it back takes nothing from it.
    const change = confirmed.standing === wanted ? 0 : Number(wanted) - counted;
    show({ votes: confirmed.votes + change, standing: wanted, news });
  };

  return {
    /** What the server says when asked, unless the reader has acted since: then the answer to that counts. */
    learn(ballot: Answer): void {
      if (touched) return;
      confirmed = ballot;
      wanted = ballot.standing;
      tell(null);
    },

    async toggle(): Promise<void> {
      touched = true;
      wanted = !wanted;
      tell(null);
      if (sending) return;
      sending = true;
      try {
        do confirmed = await send(wanted ? 'vote' : 'withdraw');
        while (confirmed.standing !== wanted);
        tell(newsOf(confirmed));
      } catch (problem) {
        wanted = confirmed.standing;
        tell(problem as Error);
      } finally {
        sending = false;
      }
    },
  };
}

function newsOf({ standing, held }: Answer): ShownVote['news'] {
  if (held) return 'held';
  return standing ? 'counted' : 'withdrawn';
}
