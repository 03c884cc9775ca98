import type { Metadata } from 'next';
import { Door } from '#components/desk/door.tsx';
import { DoorForm } from '#components/desk/door-form.client.tsx';
import { acceptInvitationAction } from '#features/session/actions.ts';
import { readSettings } from '#features/settings/queries.ts';
import { findOpenInvitation } from '#features/user/links.ts';
import { say } from '#lib/desk-words.ts';
import { closedLink } from '../../closed-link.tsx';

export const metadata: Metadata = { title: say('account.invitation.submit') };

interface Props {
  params: Promise<{ token: string }>;
}

/** Where an invitation's link leads: who holds it chooses a name and a password. */
export default async function InvitationPage({ params }: Props) {
  const [{ token }, { name: site }] = await Promise.all([params, readSettings()]);
  const invitation = await findOpenInvitation(token);
  if (!invitation?.email) return closedLink('invitation');
  return (
    <Door
      title={say('account.invitation.title', { site })}
      lead={say('account.invitation.lead', { role: say(`account.role.${invitation.role}`) })}
    >
      <DoorForm
        action={acceptInvitationAction}
        fields={[
          {
            name: 'username',
            label: say('account.email'),
            type: 'email',
            autoComplete: 'username',
            fixed: invitation.email,
          },
          { name: 'name', label: say('account.name'), type: 'text', autoComplete: 'name' },
          {
            name: 'password',
            label: say('account.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: say('account.passwordHint'),
          },
        ]}
        hidden={{ token }}
        submit={say('account.invitation.submit')}
      />
    </Door>
  );
}
