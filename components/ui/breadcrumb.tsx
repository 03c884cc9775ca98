import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';

/** From the front page down to where the reader is. The page itself is not in it: its headline follows. */
export function Breadcrumb({ trail, edition: { say } }: { trail: readonly Link[]; edition: Edition }) {
  const steps = [{ name: say('site.home'), href: '/' }, ...trail];
  return (
    <nav aria-label={say('article.path')} className="font-sans text-tiny text-soft">
      <ol className="breadcrumb">
        {steps.map(({ name, href }) => (
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
