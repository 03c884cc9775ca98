import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { TallyLine, VoteFields } from '#components/article/vote-form.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { findCard } from '#features/article/queries.ts';
import { pageTitle } from '#features/site/model.ts';
import { voteAction } from '#features/vote/actions.ts';
import { confirmationMessage } from '#features/vote/model.ts';
import { readStanding, readTally } from '#features/vote/queries.ts';
import { voteInput } from '#features/vote/schema.ts';
import { readVoter } from '#features/vote/voter-cookie.ts';
import { recordPrivate } from '#lib/trace.ts';
import { readEdition } from '../../read-edition.ts';
import { unmatchedPage } from '../../unmatched.tsx';

interface Props {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { site, say } = await readEdition();
  return { title: { absolute: pageTitle(say('vote.title'), site) }, robots: { index: false } };
}

/** What became of a vote that was cast by form: made for one reader, and kept by nobody. */
export default async function VotePage({ params, searchParams }: Props) {
  recordPrivate();
  const [{ articleId }, { problem }, { site, say }] = await Promise.all([params, searchParams, readEdition()]);
  const story = await findStory(articleId);
  if (!story) return unmatchedPage(null);
  const { card, tally, standing } = story;
  return (
    <main id="content" className="page narrow">
      <PageHead title={say('vote.title')}>
        <p role="status" className="mbs-3">
          {say(confirmationMessage(problem, standing))}
        </p>
      </PageHead>
      <div className="grid grid-cols-1 gap-4">
        <p className="text-title font-bold">
          <a href={card.href}>{card.headline}</a>
        </p>
        <TallyLine tally={tally} say={say} />
        <form action={voteAction}>
          <VoteFields articleId={articleId} intent={standing?.standing ? 'withdraw' : 'vote'} />
          <button type="submit" className="button">
            {standing?.standing ? say('vote.withdraw') : site.voteLabel}
          </button>
        </form>
        <p>
          <a href={card.href} className="plain-link">
            {say('vote.back')}
          </a>
        </p>
      </div>
    </main>
  );
}

/** The public story, its tally, and how the vote of whoever asks stands. */
async function findStory(articleId: string) {
  const id = voteInput.shape.articleId.safeParse(articleId);
  if (!id.success) return null;
  const voterId = readVoter((await headers()).get('cookie'));
  const [card, tally, standing] = await Promise.all([
    findCard(id.data),
    readTally(id.data),
    voterId === null ? null : readStanding(id.data, voterId),
  ]);
  return card && tally ? { card, tally, standing } : null;
}
