'use client';
import type { ComponentProps } from 'react';
import { useFieldProblem } from '#components/desk/field-problems.client.tsx';
import { Combobox } from '#components/ui/combobox.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

/** A field of an ActionForm, which knows what was wrong with it. */
export function FormField(props: ComponentProps<typeof Field> & { name: string }) {
  return <Field {...props} error={useFieldProblem(props.name).problem} />;
}

/** The same with several lines. */
export function FormTextArea(props: ComponentProps<typeof TextArea> & { name: string }) {
  return <TextArea {...props} error={useFieldProblem(props.name).problem} />;
}

/** The same as a choice out of many by typing. */
export function FormCombobox({ name, value, onChange, ...rest }: ComponentProps<typeof Combobox> & { name: string }) {
  const { problem, forget } = useFieldProblem(name);
  const change: typeof onChange = (chosen) => {
    forget();
    onChange(chosen);
  };
  return (
    <>
      <Combobox {...rest} single value={value} onChange={change} error={problem} />
      <input type="hidden" name={name} value={value[0]?.value ?? ''} />
    </>
  );
}

/** The same as a choice of one. */
export function FormSelect(props: ComponentProps<typeof Select> & { name: string }) {
  return <Select {...props} error={useFieldProblem(props.name).problem} />;
}
