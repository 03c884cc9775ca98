import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { say } from '#lib/desk-words.ts';

/** Stands where a thing would be that there is not. */
export function MissingPage({ back }: { back: string }) {
  return (
    <>
      <PageTitle title={say('site.missing')} />
      <EmptyState title={say('site.missingText')}>
        <LinkButton href={back}>{say('site.back')}</LinkButton>
      </EmptyState>
    </>
  );
}
