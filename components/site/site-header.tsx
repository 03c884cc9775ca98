import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';

/** The head of every page: the site's name, the way to the search, and the sections. */
export function SiteHeader({ sections, edition: { site, say } }: { sections: readonly Link[]; edition: Edition }) {
  return (
    <header className="site-header">
      <div className="page flex flex-wrap items-baseline justify-between gap-x-4 py-3">
        <a href="/" className="site-name">
          {site.name}
        </a>
        <a href="/search" className="quiet-link font-sans text-small">
          {say('site.search')}
        </a>
      </div>
      {sections.length > 0 && (
        <nav aria-label={say('site.sections')} className="page no-print">
          <ul className="site-menu">
            {sections.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
