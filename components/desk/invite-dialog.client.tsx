'use client';
import { type FormEvent, useState, useTransition } from 'react';
import { RoleSelect, tell } from '#components/desk/person-actions.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';
import type { Role } from '#lib/vocabulary.ts';

interface InviteDialogProps {
  /** Whether mails leave the site; else they are kept for an admin to pass on. */
  readonly mailed: boolean;
  readonly invite: (input: { email: string; role: Role }) => Promise<Result<unknown>>;
}

/** The button that opens the form of an invitation. What is wrong with the address is said beside it. */
export function InviteDialog({ invite, mailed }: InviteDialogProps) {
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('author');
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const result = await invite({ email, role });
      if (!result.ok && result.error.fields?.email) return setError(result.error.fields.email);
      setError(undefined);
      if (
        !(await tell(
          Promise.resolve(result),
          say(mailed ? 'account.invite.done' : 'account.invite.doneKept', { email }),
        ))
      )
        return;
      setEmail('');
      setOpen(false);
    });
  // Not the form's `action`: React empties a form after it, and the role that was chosen would not show.
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) send();
  };
  const trigger = (
    <Button look="primary">
      <Icon name="add" />
      {say('account.invite')}
    </Button>
  );
  return (
    <Dialog
      title={say('account.invite.title')}
      text={say(mailed ? 'account.invite.text' : 'account.invite.textKept')}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field
          label={say('account.email')}
          name="email"
          type="email"
          autoComplete="off"
          required
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
            setError(undefined);
          }}
          error={error}
        />
        <RoleSelect value={role} onChange={setRole} />
        <div className="dialog-foot">
          <Button type="submit" look="primary" aria-disabled={pending}>
            {say(mailed ? 'account.invite.submit' : 'account.invite.submitKept')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
