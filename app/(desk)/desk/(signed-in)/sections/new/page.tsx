import type { Metadata } from 'next';
import { SectionForm } from '#components/desk/section-form.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { createSectionAction } from '#features/section/actions.ts';
import { readSections } from '#features/section/queries.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';
import { parentOptions } from '../parents.ts';

export const metadata: Metadata = { title: say('sections.new') };

export default async function NewSectionPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'section')) return forbiddenPage();
  return (
    <>
      <PageTitle title={say('sections.new')} />
      <SectionForm action={createSectionAction} section={null} parents={parentOptions(await readSections(), null)} />
    </>
  );
}
