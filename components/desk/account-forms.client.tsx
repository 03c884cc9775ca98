'use client';
import { useActionState, useEffect } from 'react';
import { useFieldProblems } from '#components/desk/field-problems.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PasswordField } from '#components/ui/password-field.client.tsx';
import { SubmitButton } from '#components/ui/submit-button.client.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { FormState } from '#features/session/form-state.ts';
import { say } from '#lib/desk-words.ts';

type FormAction = (state: FormState | null, form: FormData) => Promise<FormState | null>;

/** The own name. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const [state, post] = useActionState(action, null);
  const problems = useFieldProblems(state, state?.fields);
  useDone(state, say('account.own.nameSaved'));
  return (
    <form action={post} onInput={problems.onInput} className="grid gap-3 justify-items-start">
      <General state={state} />
      <div className="w-full max-w-[26rem]">
        <Field
          label={say('account.name')}
          hint={say('account.nameHint')}
          name="name"
          autoComplete="name"
          required
          defaultValue={state?.values.name ?? name}
          error={problems.fields.name}
        />
      </div>
      <SubmitButton>{say('shell.save')}</SubmitButton>
    </form>
  );
}

/** The own password, by way of the present one. The address is there for password managers. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  const [state, post] = useActionState(action, null);
  const problems = useFieldProblems(state, state?.fields);
  useDone(state, say('account.own.passwordSaved'));
  return (
    <form action={post} onInput={problems.onInput} className="grid gap-3 justify-items-start">
      <General state={state} />
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <div className="grid gap-3 w-full max-w-[26rem]">
        <PasswordField
          label={say('account.currentPassword')}
          name="current"
          autoComplete="current-password"
          required
          error={problems.fields.current}
        />
        <PasswordField
          label={say('account.newPassword')}
          hint={say('account.passwordHint')}
          name="password"
          autoComplete="new-password"
          required
          error={problems.fields.password}
        />
      </div>
      <SubmitButton>{say('account.own.passwordSubmit')}</SubmitButton>
    </form>
  );
}

/** A refusal that belongs to no field. */
function General({ state }: { state: FormState | null }) {
  if (!state?.message || Object.keys(state.fields).length > 0) return null;
  return <Notice tone="danger">{state.message}</Notice>;
}

function useDone(state: FormState | null, message: string): void {
  useEffect(() => {
    if (state?.message === '') toast.done(message);
  }, [state, message]);
}
