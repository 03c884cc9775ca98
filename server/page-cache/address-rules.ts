/**
 * What in a URL changes the page, by kind of page. The first rule whose `path` matches (against the canonical path)
 * counts. Whatever else stands in a query, tracking parameters above all, does not make another page.
 */
export interface AddressRule {
  readonly path: RegExp;
  /** The query parameters that the page reads, in the order in which the canonical URL has them. */
  readonly parameters: readonly string[];
  /** Media types between which `Accept` chooses at this address, the default first. Most addresses have only one. */
  readonly negotiates?: readonly string[];
}

export const addressRules: readonly AddressRule[] = [
  { path: /^\/search$/, parameters: ['q', 'section', 'tag', 'author', 'from', 'to', 'after'] },
  { path: /^\/search\/suggestions\.json$/, parameters: ['q'] },
  { path: /^\/oembed$/, parameters: ['url', 'format', 'maxwidth', 'maxheight'] },
  { path: /^\/\.well-known\/webfinger$/, parameters: ['resource'] },
  // What other servers read is JSON to them, and a page to a browser.
  {
    path: /^\/fediverse\/(?:actors|stories)\//,
    parameters: ['before'],
    negotiates: ['application/activity+json', 'text/html'],
  },
  // Lists by section, tag, author, month, and of corrections, are paged by keyset.
  { path: /^\/[^/]*$/, parameters: ['before', 'after'] },
  { path: /^\/(?:tag|author)\/[^/]+$/, parameters: ['before', 'after'] },
  { path: /^\/[^/]+\/archive\/[^/]+\/[^/]+$/, parameters: ['before', 'after'] },
  { path: /^/, parameters: [] },
];
