import type { MenuSection } from '#components/site/menu-section.ts';
import type { Edition } from '#components/ui/edition.ts';

/** All sections and those under them, in a sheet over the page that the browser itself opens and closes (popover). */
export function SectionsSheet({ sections, edition }: { sections: readonly MenuSection[]; edition: Edition }) {
  const { say } = edition;
  return (
    <nav id="all-sections" popover="auto" aria-label={say('site.allSections')} className="sheet no-print">
      <div className="page">
        <p className="sheet-head">
          <span className="sheet-title">{say('site.allSections')}</span>
          <button type="button" className="button" popoverTarget="all-sections" popoverTargetAction="hide">
            {say('site.closeSections')}
          </button>
        </p>
        <ul className="sheet-sections">
          {sections.map(({ name, href, under }) => (
            <li key={href}>
              <a href={href}>{name}</a>
              {under.length > 0 && (
                <ul>
                  {under.map((child) => (
                    <li key={child.href}>
                      <a href={child.href}>{child.name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
