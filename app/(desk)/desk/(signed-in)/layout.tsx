import type { ReactNode } from 'react';
import { DeskBar } from '#components/desk/desk-bar.tsx';
import { LeaveDoor } from '#components/desk/leave/leave-door.client.tsx';
import { signOutAction } from '#features/session/actions.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { readSite } from '#features/site/queries.ts';
import { say } from '#lib/desk-words.ts';

/** What stands around every page for somebody signed in. Each page asks who that is for itself too. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const [actor, { name }] = await Promise.all([requireSignedIn(), readSite()]);
  return (
    <div className="desk">
      <a href="#content" className="skip-link">
        {say('shell.skip')}
      </a>
      <DeskBar siteName={name} actor={actor} signOut={signOutAction} />
      <main id="content" tabIndex={-1} className="desk-main">
        {children}
      </main>
      <LeaveDoor />
    </div>
  );
}
