/**
 * The one place where a cache tag is named. Queries record them (lib/trace.ts) and commands purge them (db/outbox.ts);
 * features/command/cache-tags.db.test.ts pairs the two.
 */
export const cacheTags = {
  /** One story, wherever it is shown: its page, a card in a list, a line in a feed. */
  article: (id: string) => `article:${id}`,
  /** The list of a section's stories. */
  section: (id: string) => `section:${id}`,
  /** The list of a tag's stories. */
  tag: (id: string) => `tag:${id}`,
  /** The list of a byline's stories. */
  byline: (id: string) => `byline:${id}`,
  /** What a tag is called and where its page is, on every page that names it. */
  topic: (id: string) => `topic:${id}`,
  /** What somebody credited is called and where their page is, on every page that names them. */
  person: (id: string) => `person:${id}`,
  /** The stories related to one story. */
  related: (id: string) => `related:${id}`,
  /** Lists over the whole site: search, feeds, sitemaps, and the help on every 404 and 410 page. */
  latest: 'latest',
  /** How the months of the sitemap are divided. */
  sitemap: 'sitemap',
  /** The home page's slots. */
  front: 'front:home',
  /** What editors pin as recommendations. */
  recommendation: 'recommendation',
  /** The redirects, which every address without a page asks for. */
  redirects: 'redirects',
  /** The section tree, which every page shows as its menu. */
  sections: 'sections',
  /** The site's settings: name, label of the vote, language and so on. */
  settings: 'settings',
} as const;

/** The id of the story that a tag stands for; null for any other tag. */
export function articleOfTag(tag: string): string | null {
  const prefix = cacheTags.article('');
  return tag.startsWith(prefix) ? tag.slice(prefix.length) : null;
}
