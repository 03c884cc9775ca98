import type { Metadata } from 'next';
import { SettingsForm } from '#components/desk/settings/settings-form.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { changeSettingsAction } from '#features/settings/actions.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('settings.title') };

export default async function SettingsPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'settings')) return forbiddenPage();
  const settings = await readSettings();
  return (
    <>
      <PageTitle title={say('settings.title')} text={say('settings.text')}>
        <LinkButton href="/desk/settings/machines">{say('settings.machines')}</LinkButton>
      </PageTitle>
      <SettingsForm
        action={changeSettingsAction}
        settings={settings}
        timeZones={[...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])]}
        languages={languages}
        now={new Date()}
      />
    </>
  );
}

const names = new Intl.DisplayNames('en', { type: 'language' });
const tags =
  'ar bg bn ca cs da de el en en-GB en-US es et eu fa fi fr ga he hi hr hu hy id it ja ko lt lv ms nb ne nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi yi zh-Hans zh-Hant';
const languages = tags.split(' ').map((tag) => ({ tag, name: names.of(tag) ?? tag }));
