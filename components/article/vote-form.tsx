import type { Edition } from '#components/ui/edition.ts';
import type { Tally } from '#features/vote/dto.ts';
import type { Say } from '#lib/messages.ts';
import type { VoteIntent } from '#lib/vocabulary.ts';

interface VoteFormProps {
  readonly tally: Tally;
  /** The Server Action that takes the vote where there is no script; null where no vote is taken. */
  readonly action: ((form: FormData) => Promise<never>) | null;
  /** The address of the page where anybody can count the votes. */
  readonly record: string;
  readonly edition: Edition;
}

/**
 * A story's vote: a button and the tally. On a page that is the same for everybody it offers a vote; islands/vote.ts
 * finds it by `data-vote`, learns whether this reader's vote stands, and lets it answer in place.
 */
export function VoteForm({ tally, action, record, edition: { site, say } }: VoteFormProps) {
  return (
    <form
      action={action ?? undefined}
      className="no-print flex flex-wrap items-baseline gap-x-4 gap-y-2 font-sans text-small"
      data-vote={action ? tally.articleId : undefined}
      data-votes={tally.votes}
      data-imported={tally.importedVotes}
      data-counted={say('vote.counted')}
      data-held={say('vote.held')}
      data-withdrawn={say('vote.withdrawn')}
      data-failed={say('vote.failed')}
      data-limited={say('vote.limited')}
      data-not_found={say('gone.title')}
    >
      <VoteFields articleId={tally.articleId} intent="vote" />
      <button
        type="submit"
        className="button aria-pressed:bg-ink aria-pressed:text-paper"
        data-part="button"
        disabled={!action}
      >
        {site.voteLabel}
      </button>
      <TallyLine tally={tally} say={say} />
      <a href={record} className="quiet-link text-tiny text-soft" rel="nofollow">
        {say('vote.record')}
      </a>
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
export function TallyLine({ tally: { votes, importedVotes }, say }: { tally: Tally; say: Say }) {
  return (
    <p>
      {say('vote.votes')} <span data-part="count">{say('vote.count', { count: votes + importedVotes })}</span>
      {importedVotes > 0 && <> {say('article.imported', { count: importedVotes })}</>}
    </p>
  );
}
