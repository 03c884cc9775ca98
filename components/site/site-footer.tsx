import type { Edition } from '#components/ui/edition.ts';
import { type FeedFormat, feedFormats, feedHref } from '#features/feed/model.ts';

/** The foot of every page: what this site is, how it treats its readers, and its feeds. */
export function SiteFooter({ edition: { site, say } }: { edition: Edition }) {
  return (
    <footer className="site-footer no-print">
      <div className="page grid gap-4 py-8 font-sans text-small">
        <p className="font-serif text-large font-bold">{site.name}</p>
        <p className="max-w-measure text-soft">
          {site.description} {say('site.privacy')} {say('ranking.title')}: {say('ranking.method')}
        </p>
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
        </ul>
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
