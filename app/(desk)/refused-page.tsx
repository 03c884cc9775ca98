import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';
import { recordOutcome } from '#lib/trace.ts';
import { missingPage } from './missing-page.tsx';

type Problem = Extract<Result<unknown>, { ok: false }>['error'];

/** What somebody sees, inside the desk, in place of a thing that is not there (404) or not for them (403). */
export function refusedPage({ code, message }: Problem, back: string) {
  if (code === 'not_found') return missingPage(back);
  // A fault is in the log by now, with its cause; the site's page of failures answers.
  if (code !== 'forbidden') throw new Error(message);
  recordOutcome(403);
  return (
    <>
      <PageTitle title={say('account.forbidden.title')} />
      <EmptyState title={message}>
        <LinkButton href={back}>{say('site.back')}</LinkButton>
      </EmptyState>
    </>
  );
}
