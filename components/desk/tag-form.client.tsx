'use client';
import { NamedForm, type NamedFormProps } from '#components/desk/named-form.client.tsx';
import { say } from '#lib/desk-words.ts';

interface TagFormProps extends NamedFormProps {
  /** Null for a new one. */
  readonly tag: { readonly name: string; readonly slug: string } | null;
}

/** A tag's name and address. */
export function TagForm({ tag, ...rest }: TagFormProps) {
  const address = { label: say('site.slug'), field: 'slug', value: tag?.slug } as const;
  return <NamedForm {...rest} list="/desk/tags" name={tag?.name} longestName={80} address={address} />;
}
