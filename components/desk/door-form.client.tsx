'use client';
import { useActionState, useEffect, useRef } from 'react';
import type { FormState } from '#features/session/form-state.ts';

export interface DoorField {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
  readonly hint?: string;
  /** What stands in it at first; a fixed one cannot be changed. */
  readonly value?: string;
  readonly fixed?: boolean;
}

interface DoorFormProps {
  readonly action: (state: FormState | null, form: FormData) => Promise<FormState | null>;
  readonly fields: readonly DoorField[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly submit: string;
}

/** A form at the door of the desk. It works without JavaScript; with it, the field to mend gets the focus. */
export function DoorForm({ action, fields, hidden = {}, submit }: DoorFormProps) {
  const [state, post, pending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state) form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-refused]')?.focus();
  }, [state]);
  const general = state && Object.keys(state.fields).every((name) => !fields.some((field) => field.name === name));
  return (
    <form ref={form} action={post} className="door-form">
      {general && (
        <p role="alert" className="door-alert" tabIndex={-1} data-refused>
          {state.message}
        </p>
      )}
      {fields.map((field) => (
        <Field
          key={field.name}
          {...field}
          value={state?.values[field.name] ?? field.value}
          error={state?.fields[field.name]}
        />
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="door-button" aria-disabled={pending}>
        {submit}
      </button>
    </form>
  );
}

function Field({ name, label, type, autoComplete, hint, value, fixed, error }: DoorField & { error?: string }) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return (
    <div className="door-field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={value}
        readOnly={fixed}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        spellCheck={type === 'text' ? undefined : false}
      />
      {error && (
        <p id={`${name}-error`} className="door-error">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${name}-hint`} className="door-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
