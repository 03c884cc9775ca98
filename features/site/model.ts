/** What machines are told of the site as a whole. */
export interface Site {
  readonly name: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA: what readers see of a time is by its clocks. */
  readonly timeZone: string;
  /** The site's address without a slash at its end, such as `https://news.example`. */
  readonly url: string;
}

/** The absolute address of a path of the site, percent-encoded as it comes; an absolute one stays as it is. */
export const absoluteUrl = (href: string, site: Site): string => (href.startsWith('/') ? site.url + href : href);

/** Where the site's logo is, a square PNG of `logoSize` pixels a side: in tabs of browsers, beside search results, in feeds. */
export const logoHref = '/logo.png';
export const logoSize = 512;

/** The same for browsers: in tabs, in bookmarks and on the start screen of a phone. */
export const siteIcons = { icon: logoHref, apple: logoHref };

/** What stands in `<title>`: the only place where the site's name follows the page's own. */
export const pageTitle = (title: string, site: Pick<Site, 'name'>): string => `${title} – ${site.name}`;
