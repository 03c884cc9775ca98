import { Door } from '#components/desk/door.tsx';
import { say } from '#lib/desk-words.ts';
import { recordOutcome } from '#lib/trace.ts';

/** The page of a link that opens nothing (any more): why that may be, and what to do. */
export function closedLink(kind: 'firstAdmin' | 'invitation' | 'reset') {
  recordOutcome(404);
  const wayOn =
    kind === 'reset'
      ? { href: '/desk/reset', words: say('account.link.again') }
      : { href: '/desk/sign-in', words: say('account.link.signIn') };
  return (
    <Door title={say('account.link.title')} lead={say(`account.link.${kind}`)}>
      <p className="door-aside">
        <a className="text-link" href={wayOn.href}>
          {wayOn.words}
        </a>
      </p>
    </Door>
  );
}
