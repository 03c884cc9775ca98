/** The formats in which every list is also a feed: what the file is called, and its media type. */
export const feedFormats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml' },
  atom: { file: 'atom.xml', type: 'application/atom+xml' },
  json: { file: 'feed.json', type: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** The path of a feed: of the site where `under` is '', else of what is at that path, such as `/tag/trade`. */
export const feedHref = (under: string, format: FeedFormat): string => `${under}/${feedFormats[format].file}`;
