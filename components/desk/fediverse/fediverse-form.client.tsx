'use client';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormSelect } from '#components/desk/form-fields.client.tsx';
import type { FormAction } from '#features/session/done.ts';
import { type SiteSettings, switchChoices } from '#features/settings/schema.ts';
import { say } from '#lib/desk-words.ts';

interface FediverseFormProps {
  readonly action: FormAction;
  readonly value: SiteSettings['fediverse'];
}

/** Whether the site and its authors can be followed from elsewhere. */
export function FediverseForm({ action, value }: FediverseFormProps) {
  return (
    <ActionForm action={action} submit={say('shell.save')}>
      <FormSelect
        name="fediverse"
        label={say('settings.fediverse')}
        hint={say('settings.fediverseHint')}
        defaultValue={value}
        options={switchChoices.map((choice) => ({ value: choice, label: say(`settings.fediverse.${choice}`) }))}
      />
    </ActionForm>
  );
}
