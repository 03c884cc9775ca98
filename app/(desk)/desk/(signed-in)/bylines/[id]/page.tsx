import type { Metadata } from 'next';
import { z } from 'zod';
import { BylineForm } from '#components/desk/byline-form.client.tsx';
import { DeleteButton } from '#components/desk/delete-button.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { deleteBylineAction, editBylineAction } from '#features/byline/actions.ts';
import { findDeskByline, listAccounts } from '#features/byline/queries-desk.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';
import { missingPage } from '../../../../missing-page.tsx';

export const metadata: Metadata = { title: say('bylines.title') };

export default async function BylinePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'byline')) return forbiddenPage();
  const { id } = await params;
  const byline = z.uuid().safeParse(id).success ? await findDeskByline(id) : null;
  if (!byline) return missingPage('/desk/bylines');
  const accounts = (await listAccounts()).map((account) => ({ value: account.id, label: account.name }));
  const { name, userId, account } = byline;
  // Somebody suspended is no longer offered, but stays chosen.
  const former =
    userId && !accounts.some(({ value }) => value === userId) ? [{ value: userId, label: account ?? '' }] : [];
  return (
    <>
      <PageTitle title={name} />
      <BylineForm
        action={editBylineAction.bind(null, id)}
        byline={byline}
        accounts={[...accounts, ...former]}
        remove={
          <DeleteButton
            title={say('bylines.delete', { name })}
            text={say('bylines.deleteText')}
            remove={deleteBylineAction.bind(null, id)}
          />
        }
      />
    </>
  );
}
