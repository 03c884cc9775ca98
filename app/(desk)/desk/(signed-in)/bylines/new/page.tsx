import type { Metadata } from 'next';
import { BylineForm } from '#components/desk/byline-form.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { createBylineAction } from '#features/byline/actions.ts';
import { listAccounts } from '#features/byline/queries-desk.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('bylines.new') };

export default async function NewBylinePage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'byline')) return forbiddenPage();
  const accounts = (await listAccounts()).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageTitle title={say('bylines.new')} />
      <BylineForm action={createBylineAction} byline={null} accounts={accounts} />
    </>
  );
}
