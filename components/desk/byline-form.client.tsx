'use client';
import { FormSelect, FormTextArea } from '#components/desk/form-fields.client.tsx';
import { NamedForm, type NamedFormProps } from '#components/desk/named-form.client.tsx';
import type { SelectOption } from '#components/ui/select.tsx';
import { say } from '#lib/desk-words.ts';

interface BylineFormProps extends NamedFormProps {
  /** Null for a new one. */
  readonly byline: {
    readonly name: string;
    readonly handle: string;
    readonly biography: string;
    readonly userId: string | null;
  } | null;
  readonly accounts: readonly SelectOption[];
}

/** Who is credited: name, address, a few words, and the account where there is one. */
export function BylineForm({ byline, accounts, ...rest }: BylineFormProps) {
  const address = { label: say('bylines.handle'), field: 'handle', value: byline?.handle } as const;
  return (
    <NamedForm {...rest} list="/desk/bylines" name={byline?.name} longestName={120} address={address}>
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
    </NamedForm>
  );
}
