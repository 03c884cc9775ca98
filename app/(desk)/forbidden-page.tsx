import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { say } from '#lib/desk-words.ts';
import { recordOutcome } from '#lib/trace.ts';

/** What somebody sees, inside the desk, of a page that is not for their role: a sentence, with the status 403. */
export function forbiddenPage() {
  recordOutcome(403);
  return (
    <>
      <PageTitle title={say('account.forbidden.title')} />
      <EmptyState title={say('account.forbidden.sentence')} text={say('account.forbidden.wayOn')} />
    </>
  );
}
