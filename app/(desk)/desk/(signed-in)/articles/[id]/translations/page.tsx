import type { Metadata } from 'next';
import { PickStory } from '#components/desk/pick-story.client.tsx';
import { TranslationList } from '#components/desk/translations/translation-list.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { linkTranslationAction, unlinkTranslationAction } from '#features/translation/actions.ts';
import { ownName } from '#features/translation/model.ts';
import { readDeskTranslations } from '#features/translation/queries-desk.ts';
import { say } from '#lib/desk-words.ts';
import { toResult } from '#lib/result.ts';
import { refusedPage } from '../../../../../refused-page.tsx';

export const metadata: Metadata = { title: say('translation.title') };

/** Which stories say the same as this one in other languages. */
export default async function TranslationsPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = await Promise.all([requireSignedIn(), params]);
  const result = await toResult(() => readDeskTranslations(actor, id));
  if (!result.ok) return refusedPage(result.error, '/desk/articles');
  const { headline, language, others } = result.data;
  const of = { headline: headline || say('editor.noHeadline'), language: ownName(language || 'en') };
  return (
    <>
      <PageTitle title={say('translation.title')} text={say('translation.of', of)}>
        <LinkButton href={`/desk/articles/${id}`}>{say('editor.backToStory')}</LinkButton>
      </PageTitle>
      <p className="text-soft mbe-4 max-w-measure">{say('translation.text')}</p>
      <div className="mbe-6 max-w-measure">
        <PickStory
          label={say('translation.link')}
          except={[id, ...others.map((other) => other.id)]}
          pick={linkTranslationAction.bind(null, id)}
        />
      </div>
      <TranslationList others={others} unlink={unlinkTranslationAction} />
    </>
  );
}
