'use client';
import { FormSelect, FormTextArea } from '#components/desk/form-fields.client.tsx';
import { NamedForm, type NamedFormProps } from '#components/desk/named-form.client.tsx';
import type { SelectOption } from '#components/ui/select.tsx';
import type { Section } from '#features/section/model.ts';
import { say } from '#lib/desk-words.ts';

interface SectionFormProps extends NamedFormProps {
  /** Null for a new one. */
  readonly section: Section | null;
  /** The sections that it may stand under. */
  readonly parents: readonly SelectOption[];
}

/** A section's name, address, place and description. */
export function SectionForm({ section, parents, ...rest }: SectionFormProps) {
  const address = { label: say('site.slug'), field: 'slug', value: section?.slug } as const;
  return (
    <NamedForm {...rest} list="/desk/sections" name={section?.name} longestName={80} address={address}>
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
    </NamedForm>
  );
}
