import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';
import { correctionsHref } from '#features/correction/model.ts';
import { type FeedFormat, feedFormats, feedHref } from '#features/feed/model.ts';

interface SiteFooterProps {
  readonly sections: readonly Link[];
  readonly edition: Edition;
}

/** The foot of every page: the sections, what this site is, how it treats its readers, and its feeds. */
export function SiteFooter({ sections, edition: { site, say } }: SiteFooterProps) {
  return (
    <footer className="site-footer no-print">
      <div className="page footer-parts font-sans text-small">
        <div className="footer-about">
          <p className="headline font-serif text-large">{site.name}</p>
          <p className="text-soft">{site.description}</p>
        </div>
        {sections.length > 0 && (
          <ul className="footer-sections">
            {sections.map(({ name, href }) => (
              <li key={href}>
                <a href={href} className="quiet-link block py-1">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <ul className="facts">
          {feeds.map(({ name, href, type }) => (
            <li key={href}>
              <a href={href} type={type} className="plain-link">
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href="/search" className="plain-link">
              {say('site.search')}
            </a>
          </li>
          <li>
            <a href={correctionsHref} className="plain-link">
              {say('corrections.title')}
            </a>
          </li>
        </ul>
        <p className="max-w-measure text-soft">
          {say('site.privacy')} {say('ranking.title')}: {say('ranking.method')}
        </p>
      </div>
    </footer>
  );
}

/** By the names of their formats, which no language translates. */
const feedNames: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

const feeds = (Object.keys(feedFormats) as FeedFormat[]).map((format) => ({
  name: feedNames[format],
  href: feedHref('', format),
  type: feedFormats[format].type,
}));
