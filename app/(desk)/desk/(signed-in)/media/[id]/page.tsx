import type { Metadata } from 'next';
import { DeleteButton } from '#components/desk/delete-button.client.tsx';
import { PictureFacts } from '#components/desk/pictures/picture-facts.tsx';
import { PictureForm } from '#components/desk/pictures/picture-form.client.tsx';
import { PictureUses } from '#components/desk/pictures/picture-uses.tsx';
import { PictureView } from '#components/desk/pictures/picture-view.tsx';
import { RefreshWhile } from '#components/desk/pictures/refresh-while.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { deletePictureAction, describePictureAction } from '#features/media/actions.ts';
import { canDelete, canDescribe } from '#features/media/policy.ts';
import { readLibraryPictures } from '#features/media/queries-library.ts';
import { publicUses, storiesWith } from '#features/media/stories-with.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';
import { missingPage } from '../../../../missing-page.tsx';

export const metadata: Metadata = { title: say('media.picture') };

export default async function PicturePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'media')) return forbiddenPage();
  const { id } = await params;
  const [picture] = await readLibraryPictures([id]);
  if (!picture) return missingPage('/desk/media');
  const [{ uses, more }, readersSee, { timeZone }] = await Promise.all([
    storiesWith(id),
    publicUses(id, actor.id),
    readSettings(),
  ]);
  const ownership = { createdBy: picture.createdBy?.id ?? null };
  const preparing = !(picture.picture || picture.problem);
  return (
    <>
      <PageTitle title={picture.alt || picture.name || say('media.unnamed')}>
        <LinkButton href="/desk/media">{say('media.all')}</LinkButton>
      </PageTitle>
      <div className="grid gap-3 mbe-4 empty:hidden">
        {picture.problem && <Notice tone="danger">{picture.problem}</Notice>}
        {preparing && <Notice>{say('media.preparing')}</Notice>}
        {!picture.alt && <Notice tone="warn">{say('media.alt.missing')}</Notice>}
      </div>
      {canDescribe(actor, ownership, readersSee) ? (
        <PictureForm
          key={preparing ? 'preparing' : 'ready'}
          picture={picture}
          action={describePictureAction.bind(null, id)}
          remove={
            uses.length === 0 &&
            canDelete(actor, ownership) && (
              <DeleteButton
                title={say('media.delete.title')}
                text={say('media.delete.text')}
                remove={deletePictureAction.bind(null, id)}
              />
            )
          }
        />
      ) : (
        <PictureView picture={picture} />
      )}
      <div className="picture-below">
        <PictureUses uses={uses} more={more} />
        <PictureFacts picture={picture} now={new Date()} timeZone={timeZone} />
      </div>
      {preparing && <RefreshWhile />}
    </>
  );
}
