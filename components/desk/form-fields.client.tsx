'use client';
import type { ComponentProps } from 'react';
import { useFieldError } from '#components/desk/action-form.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

/** A field of an ActionForm, which knows what was wrong with it. */
export function FormField(props: ComponentProps<typeof Field> & { name: string }) {
  return <Field {...props} error={useFieldError(props.name)} />;
}

/** The same with several lines. */
export function FormTextArea(props: ComponentProps<typeof TextArea> & { name: string }) {
  return <TextArea {...props} error={useFieldError(props.name)} />;
}

/** The same as a choice of one. */
export function FormSelect(props: ComponentProps<typeof Select> & { name: string }) {
  return <Select {...props} error={useFieldError(props.name)} />;
}
