import type { Metadata } from 'next';
import { CorrectionForm } from '#components/desk/corrections/correction-form.client.tsx';
import { IssuedCorrections } from '#components/desk/corrections/issued-corrections.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { issueCorrectionAction, withdrawCorrectionAction } from '#features/correction/actions.ts';
import type { DeskCorrections } from '#features/correction/dto.ts';
import { readDeskCorrections } from '#features/correction/queries-desk.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';
import { toResult } from '#lib/result.ts';
import { refusedPage } from '../../../../../refused-page.tsx';

export const metadata: Metadata = { title: say('correction.title') };

/** What was wrong in one story, and where that is told. */
export default async function CorrectionsPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, { timeZone }] = await Promise.all([requireSignedIn(), params, readSettings()]);
  const result = await toResult(() => readDeskCorrections(actor, id));
  if (!result.ok) return refusedPage(result.error, '/desk/articles');
  const style = { language: 'en', timeZone };
  return (
    <>
      <PageTitle title={say('correction.title')} text={result.data.headline || say('editor.noHeadline')}>
        <LinkButton href={`/desk/articles/${id}`}>{say('editor.backToStory')}</LinkButton>
      </PageTitle>
      <Issue articleId={id} story={result.data} />
      <IssuedCorrections articleId={id} story={result.data} style={style} withdraw={withdrawCorrectionAction} />
    </>
  );
}

function Issue({ articleId, story }: { articleId: string; story: DeskCorrections }) {
  if (!story.isPublic) return <EmptyState title={say('correction.notPublic')} text={say('correction.notPublicText')} />;
  if (!story.mayCorrect) return <p className="text-soft">{say('correction.mayNot')}</p>;
  return (
    <section aria-labelledby="issue">
      <h2 id="issue" className="font-bold">
        {say('correction.new')}
      </h2>
      <p className="text-soft mbe-2">{say('correction.before')}</p>
      <CorrectionForm issue={issueCorrectionAction.bind(null, articleId)} />
    </section>
  );
}
