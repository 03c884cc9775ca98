import { sectionHref } from '#features/section/model.ts';

/** The address of a story: percent-encoded, as it stands in links, feeds and redirects. */
export const articleHref = (sectionSlug: string, slug: string): string =>
  `/${encodeURIComponent(sectionSlug)}/${encodeURIComponent(slug)}`;

/** The address of a tag's page. */
export const tagHref = (slug: string): string => `/tag/${encodeURIComponent(slug)}`;

/** The address of the page of somebody credited. */
export const authorHref = (handle: string): string => `/author/${encodeURIComponent(handle)}`;

/** A page of a section's archive; `under` is empty, a year, or a year and a month such as `2025/04`. */
export const archiveHref = (sectionSlug: string, under = ''): string =>
  `${sectionHref(sectionSlug)}/archive${under && `/${under}`}`;
