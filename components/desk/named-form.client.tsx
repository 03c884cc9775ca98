'use client';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField } from '#components/desk/form-fields.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

/** What the forms of sections, tags and bylines take alike. */
export interface NamedFormProps {
  readonly action: FormAction;
  /** What deletes the thing, where it is there already. */
  readonly remove?: ReactNode;
}

interface Props extends NamedFormProps {
  /** The list that the thing stands in. */
  readonly list: string;
  /** Undefined for a thing that is still to be made. */
  readonly name: string | undefined;
  readonly longestName: number;
  /** The end of the thing's address, as a field of the form. */
  readonly address: { readonly label: string; readonly field: 'slug' | 'handle'; readonly value: string | undefined };
  /** The fields that only such things have. */
  readonly children?: ReactNode;
}

/** A form for a thing with a name and an address of its own. */
export function NamedForm({ action, remove, list, name, longestName, address, children }: Props) {
  const isNew = name === undefined;
  return (
    <ActionForm
      action={action}
      submit={say(isNew ? 'site.add' : 'shell.save')}
      beside={
        <>
          <LinkButton href={list}>{say('shell.cancel')}</LinkButton>
          {remove}
        </>
      }
    >
      <FormField
        label={say('site.name')}
        name="name"
        required
        maxLength={longestName}
        defaultValue={name}
        autoFocus={isNew}
      />
      <FormField
        label={address.label}
        name={address.field}
        required={!isNew}
        maxLength={100}
        defaultValue={address.value}
        hint={say(isNew ? 'site.slugHint' : 'site.slugChange')}
        spellCheck={false}
        autoCapitalize="none"
      />
      {children}
    </ActionForm>
  );
}
