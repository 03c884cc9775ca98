'use client';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField, FormSelect, FormTextArea } from '#components/desk/form-fields.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { SelectOption } from '#components/ui/select.tsx';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface BylineFormProps {
  readonly action: FormAction;
  /** Null for a new one. */
  readonly byline: {
    readonly name: string;
    readonly handle: string;
    readonly biography: string;
    readonly userId: string | null;
  } | null;
  readonly accounts: readonly SelectOption[];
  readonly remove?: ReactNode;
}

/** Who is credited: name, address, a few words, and the account where there is one. */
export function BylineForm({ action, byline, accounts, remove }: BylineFormProps) {
  return (
    <ActionForm
      action={action}
      submit={say(byline ? 'shell.save' : 'site.add')}
      beside={
        <>
          <LinkButton href="/desk/bylines">{say('shell.cancel')}</LinkButton>
          {remove}
        </>
      }
    >
      <FormField
        label={say('site.name')}
        name="name"
        required
        maxLength={120}
        defaultValue={byline?.name}
        autoFocus={!byline}
      />
      <FormField
        label={say('bylines.handle')}
        name="handle"
        required={byline !== null}
        maxLength={100}
        defaultValue={byline?.handle}
        hint={say(byline ? 'site.slugChange' : 'site.slugHint')}
        spellCheck={false}
        autoCapitalize="none"
      />
      <FormTextArea
        label={say('bylines.biography')}
        note={say('site.optional')}
        name="biography"
        maxLength={2000}
        defaultValue={byline?.biography}
        hint={say('bylines.biographyHint')}
      />
      <FormSelect
        label={say('bylines.account')}
        name="userId"
        defaultValue={byline?.userId ?? ''}
        options={[{ value: '', label: say('bylines.noAccount') }, ...accounts]}
      />
    </ActionForm>
  );
}
