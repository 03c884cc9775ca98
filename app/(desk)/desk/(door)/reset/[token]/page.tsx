import type { Metadata } from 'next';
import { Door } from '#components/desk/door.tsx';
import { DoorForm } from '#components/desk/door-form.client.tsx';
import { resetPasswordAction } from '#features/session/actions.ts';
import { findOpenReset } from '#features/user/links.ts';
import { say } from '#lib/desk-words.ts';
import { closedLink } from '../../closed-link.tsx';

export const metadata: Metadata = { title: say('account.reset.setTitle') };

interface Props {
  params: Promise<{ token: string }>;
}

/** Where a reset's link leads: a new password, and every session of before is over. */
export default async function SetPasswordPage({ params }: Props) {
  const { token } = await params;
  const reset = await findOpenReset(token);
  if (!reset) return closedLink('reset');
  return (
    <Door title={say('account.reset.setTitle')} lead={say('account.reset.setLead')}>
      <DoorForm
        action={resetPasswordAction}
        fields={[
          {
            name: 'username',
            label: say('account.email'),
            type: 'email',
            autoComplete: 'username',
            fixed: reset.email,
          },
          {
            name: 'password',
            label: say('account.newPassword'),
            type: 'password',
            autoComplete: 'new-password',
            hint: say('account.passwordHint'),
          },
        ]}
        hidden={{ token }}
        submit={say('account.reset.setSubmit')}
      />
    </Door>
  );
}
