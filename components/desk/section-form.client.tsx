'use client';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField, FormSelect, FormTextArea } from '#components/desk/form-fields.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { SelectOption } from '#components/ui/select.tsx';
import type { Section } from '#features/section/model.ts';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface SectionFormProps {
  readonly action: FormAction;
  /** Null for a new one. */
  readonly section: Section | null;
  /** The sections that it may stand under. */
  readonly parents: readonly SelectOption[];
  readonly remove?: ReactNode;
}

/** A section's name, address, place and description. */
export function SectionForm({ action, section, parents, remove }: SectionFormProps) {
  const back = <LinkButton href="/desk/sections">{say('shell.cancel')}</LinkButton>;
  return (
    <ActionForm
      action={action}
      submit={say(section ? 'shell.save' : 'site.add')}
      beside={
        <>
          {back}
          {remove}
        </>
      }
    >
      <FormField
        label={say('site.name')}
        name="name"
        required
        maxLength={80}
        defaultValue={section?.name}
        autoFocus={!section}
      />
      <FormField
        label={say('site.slug')}
        name="slug"
        required={section !== null}
        maxLength={100}
        defaultValue={section?.slug}
        hint={say(section ? 'site.slugChange' : 'site.slugHint')}
        spellCheck={false}
        autoCapitalize="none"
      />
      <FormSelect
        label={say('sections.parent')}
        name="parentId"
        defaultValue={section?.parentId ?? ''}
        options={[{ value: '', label: say('sections.top') }, ...parents]}
      />
      <FormTextArea
        label={say('sections.description')}
        note={say('site.optional')}
        name="description"
        maxLength={500}
        defaultValue={section?.description}
        hint={say('sections.descriptionHint')}
      />
    </ActionForm>
  );
}
