import type { Metadata } from 'next';
import type { ArticleDetail } from '#features/article/dto.ts';
import { machineDates } from '#features/article/machine-dates.ts';
import { storyImage } from '#features/article/share-image.ts';
import { summaryOf } from '#features/article/summary.ts';
import { activityType } from '#features/fediverse/model.ts';
import { type FeedFormat, feedFormats, feedHref } from '#features/feed/model.ts';
import { type OembedFormat, oembedFormats, oembedHref } from '#features/oembed/model.ts';
import { absoluteUrl, pageTitle, type Site } from '#features/site/model.ts';

/**
 * What a story's `<head>` says. The headline is whole everywhere; the site's name follows it in `<title>` alone. Where
 * other servers know the story, `activity` is the path of what they read.
 */
export function articleMetadata(article: ArticleDetail, site: Site, activity: string | null = null): Metadata {
  const url = absoluteUrl(article.href, site);
  const title = article.headline;
  const { published, modified } = machineDates(article);
  const description = summaryOf(article) || undefined;
  const image = storyImage(article, site);
  const images = image ? [image] : undefined;
  const people = article.bylines.map(({ name, href }) => ({ name, url: absoluteUrl(href, site) }));
  const section = { title: pageTitle(article.section.name, site), url: feedUrl(article.section.href, 'rss', site) };
  return {
    title: { absolute: pageTitle(title, site) },
    description,
    authors: people,
    alternates: {
      canonical: canonicalUrl(article, url),
      languages: languagesOf(article, site),
      types: {
        [feedFormats.rss.type]: [section, { title: site.name, url: feedUrl('', 'rss', site) }],
        ...oembedLinks(url, title, site),
        ...activityLink(activity, site),
      },
    },
    openGraph: {
      type: 'article',
      ...openGraph(site, article.language),
      ...{ url, title, description, images },
      publishedTime: published,
      modifiedTime: modified,
      section: article.section.name,
      tags: article.tags.map(({ name }) => name),
      authors: people.map(({ url }) => url),
    },
    twitter: { card: images ? 'summary_large_image' : 'summary', title, description, images },
    robots: article.canonical === 'noindex' ? notIndexed : indexed,
  };
}

/**
 * The story in each language that search engines may find, itself among them, and which is for everybody else: that in
 * the site's language, else the one that was first (https://developers.google.com/search/docs/specialty/international/localized-versions).
 */
function languagesOf(article: ArticleDetail, site: Site): Record<string, string> | undefined {
  if (article.canonical !== 'self') return undefined;
  const others = article.translations.filter(({ isCanonical }) => isCanonical);
  if (others.length === 0) return undefined;
  const all = [article, ...others].map(({ language, href, publishedAt }) => ({
    ...{ language, publishedAt, url: absoluteUrl(href, site) },
  }));
  const first = all.toSorted((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime())[0];
  const fallback = all.find(({ language }) => language === site.language) ?? first;
  const named = all.map(({ language, url }) => [language, url] as const);
  return { ...Object.fromEntries(named), 'x-default': fallback?.url ?? '' };
}

/** The address that search engines are to keep; none for a story that they are not to keep at all. */
function canonicalUrl({ canonical, sourceUrl }: ArticleDetail, own: string): string | undefined {
  switch (canonical) {
    case 'self':
      return own;
    case 'source':
      return sourceUrl ?? own;
    case 'noindex':
      return undefined;
  }
}

export interface ListPage {
  /** The list's own name, without the site's. */
  readonly title: string;
  readonly description?: string;
  /** The page's own path with its cursor, if it has one: each page of a list is its own canonical. */
  readonly path: string;
  /** Paths of the neighbouring pages. */
  readonly older?: string | null;
  readonly newer?: string | null;
  /** The list's RSS feed, such as `/world/feed.xml`, if it has feeds; the other formats stand beside it. */
  readonly feedPath?: string;
  /** The path of what other servers read of whose stories these are, where they can be followed. */
  readonly activity?: string | null;
  /** True for what search engines should not keep, such as search results. */
  readonly noindex?: boolean;
}

/** What the `<head>` of a page that lists stories says. */
export function listMetadata(list: ListPage, site: Site): Metadata {
  const url = absoluteUrl(list.path, site);
  const { title, feedPath } = list;
  const description = list.description || undefined;
  return {
    title: { absolute: pageTitle(title, site) },
    description,
    alternates: {
      // A page that is not indexed has no canonical either: the two would contradict each other.
      canonical: list.noindex ? undefined : url,
      types: feedPath
        ? {
            ...feedLinks(feedPath.replace(/[/][^/]*$/, ''), pageTitle(title, site), site),
            ...activityLink(list.activity ?? null, site),
          }
        : undefined,
    },
    pagination: {
      previous: list.newer ? absoluteUrl(list.newer, site) : undefined,
      next: list.older ? absoluteUrl(list.older, site) : undefined,
    },
    openGraph: { type: 'website', ...openGraph(site, site.language), url, title, description },
    twitter: { card: 'summary', title, description },
    robots: list.noindex ? notIndexed : indexed,
  };
}

/** What the home page's `<head>` says. */
export function frontMetadata(site: Site, activity: string | null = null): Metadata {
  const url = `${site.url}/`;
  const title = site.name;
  const description = site.description || undefined;
  return {
    title: { absolute: title },
    description,
    alternates: { canonical: url, types: { ...feedLinks('', site.name, site), ...activityLink(activity, site) } },
    openGraph: { type: 'website', ...openGraph(site, site.language), url, title, description },
    twitter: { card: 'summary', title, description },
    robots: indexed,
  };
}

const indexed = { index: true, follow: true, 'max-image-preview': 'large' } as const;

const notIndexed = { index: false, follow: true } as const;

const feedUrl = (under: string, format: FeedFormat, site: Site): string => absoluteUrl(feedHref(under, format), site);

function feedLinks(under: string, title: string, site: Site) {
  const formats = Object.keys(feedFormats) as FeedFormat[];
  return Object.fromEntries(
    formats.map((format) => [feedFormats[format].type, [{ title, url: feedUrl(under, format, site) }]]),
  );
}

/** Where other sites find out how to show the story. */
function oembedLinks(url: string, title: string, site: Site) {
  const formats = Object.keys(oembedFormats) as OembedFormat[];
  return Object.fromEntries(
    formats.map((format) => [oembedFormats[format].discovery, [{ title, url: oembedHref(url, format, site) }]]),
  );
}

const activityLink = (activity: string | null, site: Site): Record<string, string> =>
  activity ? { [activityType]: absoluteUrl(activity, site) } : {};

/** og:locale wants a territory, which a bare language does not name. */
function openGraph(site: Site, language: string) {
  const { language: base, region } = new Intl.Locale(language);
  return { siteName: site.name, locale: region ? `${base}_${region}` : undefined };
}
