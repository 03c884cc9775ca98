import type { Metadata } from 'next';
import { JudgeVotes } from '#components/desk/votes/judge-votes.client.tsx';
import { QuarantineTable } from '#components/desk/votes/quarantine-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { judgeVotesAction } from '#features/vote/actions-desk.ts';
import { type DeskQuarantine, listQuarantines } from '#features/vote/queries-desk.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('votes.title') };

/** Votes that came in bursts: those that wait for a judgement, and what was said of earlier ones. */
export default async function VotesPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'vote')) return forbiddenPage();
  const [waiting, judged, { timeZone }] = await Promise.all([
    listQuarantines('waiting'),
    listQuarantines('judged'),
    readSettings(),
  ]);
  const shared = { now: new Date(), timeZone };
  return (
    <>
      <PageTitle title={say('votes.title')} text={say('votes.text')} />
      {waiting.length > 0 ? (
        <QuarantineTable
          {...shared}
          label={say('votes.waiting')}
          quarantines={waiting}
          end={{
            name: say('votes.actions'),
            silent: true,
            of: ({ id, headline }) => <JudgeVotes quarantineId={id} headline={headline} judge={judgeVotesAction} />,
          }}
        />
      ) : (
        <EmptyState title={say('votes.none')} text={say('votes.noneText')} />
      )}
      {judged.length > 0 && (
        <section className="mbs-8">
          <h2 className="mbe-3 font-bold">{say('votes.judged')}</h2>
          <QuarantineTable
            {...shared}
            label={say('votes.judged')}
            quarantines={judged}
            end={{ name: say('votes.judgement'), of: judgement }}
          />
        </section>
      )}
    </>
  );
}

const judgement = ({ decision, decidedBy }: DeskQuarantine): string =>
  [decision && say(`votes.${decision}`), decidedBy].filter(Boolean).join(', ');
