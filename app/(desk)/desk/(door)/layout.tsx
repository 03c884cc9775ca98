import type { ReactNode } from 'react';
import './door.css';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';

/** The pages for who is not signed in: the site's name, one form, and the way back. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const { name } = await readSettings();
  return (
    <div className="door">
      <header className="door-site">{name}</header>
      <main id="content" tabIndex={-1} className="door-sheet">
        {children}
      </main>
      <footer className="door-foot">
        <a className="text-link" href="/">
          {say('account.signIn.toSite')}
        </a>
      </footer>
    </div>
  );
}
