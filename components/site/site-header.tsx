import type { MenuSection } from '#components/site/menu-section.ts';
import { SectionsSheet } from '#components/site/sections-sheet.tsx';
import type { Edition } from '#components/ui/edition.ts';

interface SiteHeaderProps {
  readonly sections: readonly MenuSection[];
  /** The address of the section that the page belongs to. */
  readonly current: string | null;
  readonly edition: Edition;
}

/**
 * The head of every page: the site's name, the way to the search, and the sections. One line shows as many sections as
 * it holds; all of them, and those under them, stand in the sheet that the button opens.
 */
export function SiteHeader({ sections, current, edition }: SiteHeaderProps) {
  const { site, say } = edition;
  return (
    <header className="site-header">
      <div className="page masthead">
        {sections.length > 0 ? (
          <button type="button" className="masthead-button no-print" popoverTarget="all-sections">
            <span aria-hidden="true" className="bars" />
            <span className="masthead-word">{say('site.allSections')}</span>
          </button>
        ) : (
          <span />
        )}
        <a href="/" className="site-name">
          {site.name}
        </a>
        <a href="/search" className="masthead-button masthead-search no-print">
          <span className="masthead-word">{say('site.search')}</span>
          <span aria-hidden="true" className="lens" />
        </a>
      </div>
      {sections.length > 0 && (
        <>
          <nav aria-label={say('site.sections')} className="page no-print">
            <ul className="site-menu">
              {sections.map(({ name, href }) => (
                <li key={href}>
                  <a href={href} aria-current={href === current ? 'true' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <SectionsSheet sections={sections} edition={edition} />
        </>
      )}
    </header>
  );
}
