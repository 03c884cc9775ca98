'use client';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField, FormSelect, FormTextArea } from '#components/desk/form-fields.client.tsx';
import { feedTexts } from '#features/feed/model.ts';
import type { FormAction } from '#features/session/done.ts';
import { type SiteSettings, switchChoices } from '#features/settings/schema.ts';
import { aiCrawlerChoices } from '#features/site/model-ai-crawlers.ts';
import { say } from '#lib/desk-words.ts';

interface MachinesFormProps {
  readonly action: FormAction;
  readonly settings: SiteSettings;
}

/** The settings of what machines read. */
export function MachinesForm({ action, settings }: MachinesFormProps) {
  const bind = <Name extends MachineSetting>(name: Name) => ({
    name,
    label: say(`settings.${name}`),
    hint: say(`settings.${name}Hint`),
    defaultValue: settings[name],
  });
  const file = (name: 'adsTxt' | 'humansTxt' | 'securityTxt') => (
    <FormTextArea {...bind(name)} className="input-file" spellCheck={false} autoCapitalize="none" dir="ltr" />
  );
  return (
    <ActionForm action={action} submit={say('shell.save')}>
      <FormSelect
        {...bind('feedText')}
        options={feedTexts.map((value) => ({ value, label: say(`settings.feedText.${value}`) }))}
      />
      <FormSelect
        {...bind('aiCrawlers')}
        options={aiCrawlerChoices.map((value) => ({ value, label: say(`settings.aiCrawlers.${value}`) }))}
      />
      <FormSelect
        {...bind('llmsTxt')}
        options={switchChoices.map((value) => ({ value, label: say(`settings.switch.${value}`) }))}
      />
      <FormSelect
        {...bind('indexNow')}
        options={switchChoices.map((value) => ({ value, label: say(`settings.switch.${value}`) }))}
      />
      <FormField {...bind('webSubHub')} type="url" spellCheck={false} />
      {file('securityTxt')}
      {file('adsTxt')}
      {file('humansTxt')}
    </ActionForm>
  );
}

type MachineSetting = Extract<
  keyof SiteSettings,
  'feedText' | 'aiCrawlers' | 'llmsTxt' | 'indexNow' | 'webSubHub' | 'adsTxt' | 'humansTxt' | 'securityTxt'
>;
