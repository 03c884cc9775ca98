import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { TallyLine, VoteFields } from '#components/article/vote-form.tsx';
import { findCard } from '#features/article/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { voteAction } from '#features/vote/actions.ts';
import { confirmationMessage } from '#features/vote/model.ts';
import { readStanding, readTally } from '#features/vote/queries.ts';
import { voteInput } from '#features/vote/schema.ts';
import { readVoter } from '#features/vote/voter-cookie.ts';
import { wordsFor } from '#lib/messages.ts';
import { recordOutcome, recordPrivate } from '#lib/trace.ts';

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const site = await readSettings();
  return { title: { absolute: `${wordsFor(site.language)('vote.title')} - ${site.name}` }, robots: { index: false } };
}

/** What became of a vote that was cast by form: made for one reader, and kept by nobody. */
export default async function VotePage({ params, searchParams }: Props) {
  recordPrivate();
  const [{ articleId }, { problem }, site, story] = await Promise.all([
    params,
    searchParams,
    readSettings(),
    find(params),
  ]);
  const say = wordsFor(site.language);
  if (!story) {
    recordOutcome(404);
    return <Confirmation title={say('vote.title')} sentence={say('vote.missing')} />;
  }
  const { card, tally, standing } = story;
  return (
    <Confirmation title={say('vote.title')} sentence={say(confirmationMessage(problem, standing))}>
      <p>
        <cite>{card.headline}</cite>
      </p>
      <TallyLine votes={tally.votes} importedVotes={tally.importedVotes} say={say} />
      <form action={voteAction}>
        <VoteFields articleId={articleId} intent={standing ? 'withdraw' : 'vote'} />
        <button type="submit" className="button">
          {standing ? say('vote.withdraw') : site.voteLabel}
        </button>
      </form>
      <p>
        <a href={card.href}>{say('vote.back')}</a>
      </p>
    </Confirmation>
  );
}

async function find(params: Props['params']) {
  const id = voteInput.shape.articleId.safeParse((await params).articleId);
  if (!id.success) return null;
  const voterId = readVoter((await headers()).get('cookie'));
  const [card, tally, standing] = await Promise.all([
    findCard(id.data),
    readTally(id.data),
    voterId === null ? null : readStanding(id.data, voterId),
  ]);
  return card && tally ? { card, tally, standing } : null;
}

function Confirmation({ title, sentence, children }: { title: string; sentence: string; children?: ReactNode }) {
  return (
    <main id="content" className="page narrow grid gap-4">
      <h1 className="text-huge font-bold">{title}</h1>
      <p role="status">{sentence}</p>
      {children}
    </main>
  );
}
