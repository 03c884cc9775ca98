'use client';
import type { ComponentProps } from 'react';
import { useFieldError } from '#components/desk/action-form.client.tsx';
import { Combobox } from '#components/ui/combobox.client.tsx';
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

/** The same as a choice out of many by typing. */
export function FormCombobox({ name, value, ...rest }: ComponentProps<typeof Combobox> & { name: string }) {
  return (
    <>
      <Combobox {...rest} single value={value} error={useFieldError(name)} />
      <input type="hidden" name={name} value={value[0]?.value ?? ''} />
    </>
  );
}

/** The same as a choice of one. */
export function FormSelect(props: ComponentProps<typeof Select> & { name: string }) {
  return <Select {...props} error={useFieldError(props.name)} />;
}
