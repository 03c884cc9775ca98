import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';
import type { Say } from '#lib/messages.ts';

/** The steps of a breadcrumb: the front page, then down the section tree. Markup and JSON-LD show the same. */
export const stepsFromHome = (trail: readonly Link[], say: Say): Link[] => [
  { name: say('site.home'), href: '/' },
  ...trail,
];

/** From the front page down to where the reader is. The page itself is not in it: its headline follows. */
export function Breadcrumb({ trail, edition: { say } }: { trail: readonly Link[]; edition: Edition }) {
  return (
    <nav aria-label={say('article.path')} className="font-sans text-tiny text-soft">
      <ol className="breadcrumb">
        {stepsFromHome(trail, say).map(({ name, href }) => (
          <li key={href}>
            <a href={href} className="quiet-link">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
