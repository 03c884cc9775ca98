'use client';
import { useActionState, useEffect, useRef } from 'react';
import { useFieldProblems } from '#components/desk/field-problems.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PasswordField } from '#components/ui/password-field.client.tsx';
import { SubmitButton } from '#components/ui/submit-button.client.tsx';
import type { FormState } from '#features/session/form-state.ts';

export interface DoorField {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
  readonly hint?: string;
  /** What stands in it from the start and cannot be changed: for password managers. */
  readonly fixed?: string;
}

interface DoorFormProps {
  readonly action: (state: FormState | null, form: FormData) => Promise<FormState | null>;
  readonly fields: readonly DoorField[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly submit: string;
}

/** A form at the door of the desk. It works without JavaScript; with it, what is to be mended gets the focus. */
export function DoorForm({ action, fields, hidden = {}, submit }: DoorFormProps) {
  const [state, post] = useActionState(action, null);
  const problems = useFieldProblems(state, state?.fields);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state) form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-refused]')?.focus();
  }, [state]);
  const isGeneral = state && !fields.some(({ name }) => name in state.fields);
  return (
    <form ref={form} action={post} onInput={problems.onInput} className="door-form">
      {isGeneral && (
        <div tabIndex={-1} data-refused>
          <Notice tone="danger">{state.message}</Notice>
        </div>
      )}
      {fields.map(({ name, type, fixed, ...field }) => {
        const common = { id: name, name, required: true, ...field, error: problems.fields[name] };
        if (type === 'password') return <PasswordField key={name} {...common} />;
        return (
          <Field
            key={name}
            {...common}
            type={type}
            readOnly={fixed !== undefined}
            spellCheck={false}
            defaultValue={fixed ?? state?.values[name]}
          />
        );
      })}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton>{submit}</SubmitButton>
    </form>
  );
}
