import type { Metadata } from 'next';
import { Door } from '#components/desk/door.tsx';
import { DoorForm } from '#components/desk/door-form.client.tsx';
import { requestResetAction } from '#features/session/actions.ts';
import { single } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';
import { mailLeaves } from '#lib/mail.ts';

export const metadata: Metadata = { title: say('account.reset.title') };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where somebody who forgot a password asks for a link. The answer is the same for every address. */
export default async function ResetPage({ searchParams }: Props) {
  if (single(await searchParams, 'sent')) {
    return (
      <Door
        title={say(mailLeaves() ? 'account.reset.sentTitle' : 'account.reset.keptTitle')}
        lead={say(mailLeaves() ? 'account.reset.sent' : 'account.reset.kept')}
      >
        <p className="door-aside">
          <a className="text-link" href="/desk/sign-in">
            {say('account.link.signIn')}
          </a>
        </p>
      </Door>
    );
  }
  return (
    <Door title={say('account.reset.title')} lead={say('account.reset.lead')}>
      <DoorForm
        action={requestResetAction}
        fields={[{ name: 'email', label: say('account.email'), type: 'email', autoComplete: 'username' }]}
        submit={say('account.reset.submit')}
      />
      <p className="door-aside">
        <a className="text-link" href="/desk/sign-in">
          {say('account.link.signIn')}
        </a>
      </p>
    </Door>
  );
}
