/** The address of a story: percent-encoded, as it stands in links, feeds and redirects. */
export const articleHref = (sectionSlug: string, slug: string): string =>
  `/${encodeURIComponent(sectionSlug)}/${encodeURIComponent(slug)}`;

export const tagHref = (slug: string): string => `/tag/${encodeURIComponent(slug)}`;

export const authorHref = (handle: string): string => `/author/${encodeURIComponent(handle)}`;
