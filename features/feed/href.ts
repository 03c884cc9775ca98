export const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

export type FeedFormat = keyof typeof feedFiles;

/** The path of a feed: of the site where `under` is '', else of what is at that path, such as `/tag/trade`. */
export const feedHref = (under: string, format: FeedFormat): string => `${under}/${feedFiles[format]}`;
