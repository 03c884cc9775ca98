import type { Metadata } from 'next';
import { DeleteButton } from '#components/desk/delete-button.client.tsx';
import { SectionForm } from '#components/desk/section-form.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { deleteSectionAction, editSectionAction } from '#features/section/actions.ts';
import { readSections } from '#features/section/queries.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';
import { missingPage } from '../../../../missing-page.tsx';
import { parentOptions } from '../parents.ts';

export const metadata: Metadata = { title: say('sections.title') };

export default async function SectionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'section')) return forbiddenPage();
  const [{ id }, tree] = await Promise.all([params, readSections()]);
  const section = tree.withId(id);
  if (!section) return missingPage('/desk/sections');
  const { name } = section;
  return (
    <>
      <PageTitle title={name} />
      <SectionForm
        action={editSectionAction.bind(null, id)}
        section={section}
        parents={parentOptions(tree, id)}
        remove={
          <DeleteButton
            title={say('sections.delete', { name })}
            text={say('sections.deleteText')}
            remove={deleteSectionAction.bind(null, id)}
          />
        }
      />
    </>
  );
}
