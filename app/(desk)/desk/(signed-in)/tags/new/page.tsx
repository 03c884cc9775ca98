import type { Metadata } from 'next';
import { TagForm } from '#components/desk/tag-form.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { createTagAction } from '#features/tag/actions.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('tags.new') };

export default async function NewTagPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'tag')) return forbiddenPage();
  return (
    <>
      <PageTitle title={say('tags.new')} />
      <TagForm action={createTagAction} tag={null} />
    </>
  );
}
