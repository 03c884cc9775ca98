import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';

interface CountedLinksProps {
  readonly links: readonly (Link & { readonly stories: number })[];
  readonly edition: Edition;
}

/** Links to lists, each with how many stories are there. */
export function CountedLinks({ links, edition: { say } }: CountedLinksProps) {
  return (
    <ul className="ruled-list">
      {links.map(({ name, href, stories }) => (
        <li key={href} className="flex flex-wrap justify-between gap-3">
          <a href={href} className="line-link">
            {name}
          </a>
          <span className="meta tabular-nums">{say('archive.count', { count: stories })}</span>
        </li>
      ))}
    </ul>
  );
}
