import type { Metadata } from 'next';
import { Door } from '#components/desk/door.tsx';
import { DoorForm } from '#components/desk/door-form.client.tsx';
import { acceptInvitationAction } from '#features/session/actions.ts';
import { readSettings } from '#features/settings/queries.ts';
import { findOpenInvitation } from '#features/user/links.ts';
import { say } from '#lib/desk-words.ts';
import { closedLink } from '../../closed-link.tsx';

export const metadata: Metadata = { title: say('account.firstAdmin.submit') };

interface Props {
  params: Promise<{ token: string }>;
}

/** Where the link leads that a first start prints: the first account is made here, and it is an admin. */
export default async function FirstAdminPage({ params }: Props) {
  const [{ token }, { name: site }] = await Promise.all([params, readSettings()]);
  const invitation = await findOpenInvitation(token);
  if (!invitation || invitation.email !== null) return closedLink('firstAdmin');
  return (
    <Door title={say('account.firstAdmin.title', { site })} lead={say('account.firstAdmin.lead')}>
      <DoorForm
        action={acceptInvitationAction}
        fields={[
          { name: 'name', label: say('account.name'), type: 'text', autoComplete: 'name' },
          { name: 'email', label: say('account.email'), type: 'email', autoComplete: 'username' },
          {
            name: 'password',
            label: say('account.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: say('account.passwordHint'),
          },
        ]}
        hidden={{ token }}
        submit={say('account.firstAdmin.submit')}
      />
    </Door>
  );
}
