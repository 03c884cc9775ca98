import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Door } from '#components/desk/door.tsx';
import { DoorForm } from '#components/desk/door-form.client.tsx';
import { signInAction } from '#features/session/actions.ts';
import { deskPath } from '#features/session/model.ts';
import { readSignedIn } from '#features/session/queries.ts';
import { single } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';

export const metadata: Metadata = { title: say('account.signIn.title') };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who is signed in already goes on to where they were going. */
export default async function SignInPage({ searchParams }: Props) {
  const to = deskPath(single(await searchParams, 'to'));
  if (await readSignedIn()) redirect(to);
  return (
    <Door title={say('account.signIn.title')} lead={say('account.signIn.lead')}>
      <DoorForm
        action={signInAction}
        fields={[
          { name: 'email', label: say('account.email'), type: 'email', autoComplete: 'username' },
          { name: 'password', label: say('account.password'), type: 'password', autoComplete: 'current-password' },
        ]}
        hidden={{ to }}
        submit={say('account.signIn.submit')}
      />
      <p className="door-aside">
        <a className="text-link" href="/desk/reset">
          {say('account.signIn.forgotten')}
        </a>
      </p>
    </Door>
  );
}
