import type { Tally } from '#features/vote/dto.ts';
import type { VoteIntent } from '#features/vote/schema.ts';
import type { Say } from '#lib/messages.ts';

interface VoteFormProps extends Tally {
  /** What the button says: the site's own setting. */
  readonly label: string;
  /** The Server Action that takes the vote where there is no script. */
  readonly action: (form: FormData) => Promise<never>;
  readonly say: Say;
}

/**
 * A story's vote: a button and the tally. On a page that is the same for everybody it offers a vote; islands/vote.ts
 * finds it by `data-vote`, learns whether this reader's vote stands, and lets it answer in place.
 */
export function VoteForm({ articleId, label, votes, importedVotes, action, say }: VoteFormProps) {
  return (
    <form
      action={action}
      className="flex flex-wrap items-baseline gap-x-4 gap-y-2 font-sans text-small"
      data-vote={articleId}
      data-votes={votes}
      data-imported={importedVotes}
      data-counted={say('vote.counted')}
      data-withdrawn={say('vote.withdrawn')}
      data-failed={say('vote.failed')}
    >
      <VoteFields articleId={articleId} intent="vote" />
      <button type="submit" className="button aria-pressed:bg-ink aria-pressed:text-paper" data-part="button">
        {label}
      </button>
      <TallyLine votes={votes} importedVotes={importedVotes} say={say} />
      <p role="status" data-part="status" />
    </form>
  );
}

/** What the action reads: which story, and what is asked for. */
export function VoteFields({ articleId, intent }: { articleId: string; intent: VoteIntent }) {
  return (
    <>
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="intent" value={intent} />
    </>
  );
}

/** All votes of a story, and how many of them were counted elsewhere. */
export function TallyLine({ votes, importedVotes, say }: Omit<Tally, 'articleId'> & { say: Say }) {
  return (
    <p>
      {say('vote.votes')} <span data-part="count">{say('vote.count', { count: votes + importedVotes })}</span>
      {importedVotes > 0 && <> {say('article.imported', { count: importedVotes })}</>}
    </p>
  );
}
