/** The address of a story: percent-encoded, as it stands in links, feeds and redirects. */
export const articleHref = (sectionSlug: string, slug: string): string =>
  `/${encodeURIComponent(sectionSlug)}/${encodeURIComponent(slug)}`;

/** The address of a tag's page. */
export const tagHref = (slug: string): string => `/tag/${encodeURIComponent(slug)}`;

/** The address of the page of somebody credited. */
export const authorHref = (handle: string): string => `/author/${encodeURIComponent(handle)}`;
