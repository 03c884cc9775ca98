/** As many addresses as one sitemap may hold (https://www.sitemaps.org/protocol.html). */
export const sitemapLimit = 50_000;

/** About as many a child has: it is written while somebody waits. */
export const partSize = 1000;

/** One child of the index: the stories first published in a month of UTC, or of a crowded month the `part`th part. */
export interface SitemapPart {
  /** Such as 2025-04. */
  readonly month: string;
  /** Counts from 1. */
  readonly part: number;
}

/** The child with the front and the sections. */
export const pagesFile = 'sections.xml';

/** The address of a child of the index. */
export const sitemapHref = (file: string): string => `/sitemaps/${file}`;

/** `2025-04.xml`, `2025-04-2.xml`. */
export const partFile = ({ month, part }: SitemapPart): string => `${month}${part === 1 ? '' : `-${part}`}.xml`;

/** Reads what partFile writes; null for everything else. */
export function readPartFile(file: string): SitemapPart | null {
  const match = /^([1-9]\d{3}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/.exec(file);
  return match ? { month: match[1] as string, part: Number(match[2] ?? 1) } : null;
}

/** As many stories as one news sitemap may hold (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export const newsLimit = 1000;

/** `news-2.xml`: a child of the news sitemap, where its stories are too many for one file. */
export const newsFile = (part: number): string => `news-${part}.xml`;

/** Reads what newsFile writes; null for everything else. */
export function readNewsFile(file: string): number | null {
  const match = /^news-([1-9]\d{0,3})\.xml$/.exec(file);
  return match ? Number(match[1]) : null;
}

/** For how long a story is news to a news sitemap, in milliseconds. */
export const newsWindow = 2 * 24 * 60 * 60 * 1000;

/** A language as news sitemaps write it: ISO 639, and for Chinese its script by way of a territory. */
export function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language ?? tag;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
