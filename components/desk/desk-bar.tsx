import { DeskLinks } from '#components/desk/desk-links.client.tsx';
import { DeskMenu } from '#components/desk/desk-menu.client.tsx';
import { DeskKeys } from '#components/desk/keys/desk-keys.client.tsx';
import { deskPages } from '#components/desk/navigation.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { UserActor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';

interface DeskBarProps {
  readonly siteName: string;
  readonly actor: UserActor;
  readonly signOut: () => Promise<never>;
}

/** The desk's pages and who is signed in: at the side of a wide screen, behind a button at the top of a narrow one. */
export function DeskBar({ siteName, actor, signOut }: DeskBarProps) {
  const groups = deskPages(actor);
  return (
    <header className="desk-bar">
      <div className="desk-bar-head">
        <a href="/" className="desk-name" title={say('shell.viewSite')}>
          {siteName}
        </a>
        <span className="flex-none">
          <LinkButton
            href="/desk/articles/new"
            look="plain"
            shape="icon"
            size="small"
            aria-label={say('shell.newArticle')}
          >
            <Icon name="edit" />
          </LinkButton>
        </span>
      </div>
      <DeskKeys groups={groups} />
      <DeskMenu>
        <DeskLinks groups={groups} />
        <Person actor={actor} signOut={signOut} place="menu" />
      </DeskMenu>
      <div className="desk-nav-place">
        <DeskLinks groups={groups} />
      </div>
      <Person actor={actor} signOut={signOut} place="side" />
    </header>
  );
}

function Person({ actor, signOut, place }: Pick<DeskBarProps, 'actor' | 'signOut'> & { place: 'side' | 'menu' }) {
  return (
    <div className="desk-person" data-place={place}>
      <a href="/desk/account" className="desk-person-name" aria-label={say('shell.signedInAs', { name: actor.name })}>
        {actor.name}
        <span className="desk-person-role">{say(`account.role.${actor.role}`)}</span>
      </a>
      <form action={signOut} data-leaves>
        <Button
          type="submit"
          look="plain"
          size="small"
          shape="icon"
          aria-label={say('shell.signOut')}
          title={say('shell.signOut')}
        >
          <Icon name="sign-out" />
        </Button>
      </form>
    </div>
  );
}
