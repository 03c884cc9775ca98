import type { Metadata } from 'next';
import { MachinesForm } from '#components/desk/settings/machines-form.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { changeSettingsAction } from '#features/settings/actions.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('settings.machines') };

/** What the site tells crawlers, feed readers and other machines. */
export default async function MachineSettingsPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'settings')) return forbiddenPage();
  return (
    <>
      <PageTitle title={say('settings.machines')} text={say('settings.machinesText')}>
        <LinkButton href="/desk/settings">{say('settings.title')}</LinkButton>
      </PageTitle>
      <MachinesForm action={changeSettingsAction} settings={await readSettings()} />
    </>
  );
}
