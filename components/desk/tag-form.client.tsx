'use client';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField } from '#components/desk/form-fields.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface TagFormProps {
  readonly action: FormAction;
  /** Null for a new one. */
  readonly tag: { readonly name: string; readonly slug: string } | null;
  readonly remove?: ReactNode;
}

/** A tag's name and address. */
export function TagForm({ action, tag, remove }: TagFormProps) {
  return (
    <ActionForm
      action={action}
      submit={say(tag ? 'shell.save' : 'site.add')}
      beside={
        <>
          <LinkButton href="/desk/tags">{say('shell.cancel')}</LinkButton>
          {remove}
        </>
      }
    >
      <FormField
        label={say('site.name')}
        name="name"
        required
        maxLength={80}
        defaultValue={tag?.name}
        autoFocus={!tag}
      />
      <FormField
        label={say('site.slug')}
        name="slug"
        required={tag !== null}
        maxLength={100}
        defaultValue={tag?.slug}
        hint={say(tag ? 'site.slugChange' : 'site.slugHint')}
        spellCheck={false}
        autoCapitalize="none"
      />
    </ActionForm>
  );
}
