import type { Metadata } from 'next';
import { z } from 'zod';
import { DeleteButton } from '#components/desk/delete-button.client.tsx';
import { TagForm } from '#components/desk/tag-form.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { deleteTagAction, editTagAction } from '#features/tag/actions.ts';
import { findDeskTag } from '#features/tag/queries-desk.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';
import { missingPage } from '../../../../missing-page.tsx';

export const metadata: Metadata = { title: say('tags.title') };

export default async function TagPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'tag')) return forbiddenPage();
  const { id } = await params;
  const tag = z.uuid().safeParse(id).success ? await findDeskTag(id) : null;
  if (!tag) return missingPage('/desk/tags');
  const { name } = tag;
  return (
    <>
      <PageTitle title={name} />
      <TagForm
        action={editTagAction.bind(null, id)}
        tag={tag}
        remove={
          <DeleteButton
            title={say('tags.delete', { name })}
            text={say('tags.deleteText')}
            remove={deleteTagAction.bind(null, id)}
          />
        }
      />
    </>
  );
}
