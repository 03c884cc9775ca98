import type {
  BreadcrumbList,
  CollectionPage,
  CorrectionComment,
  Graph,
  ImageObject,
  InteractionCounter,
  LiveBlogPosting,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
  ProfilePage,
  QuantitativeValue,
  SearchAction,
  WebSite,
  WithActionConstraints,
  WithContext,
} from 'schema-dts';
import type { ArticleCard, ArticleDetail, Correction, Link } from '#features/article/dto.ts';
import { machineDates } from '#features/article/machine-dates.ts';
import { type ShareImage, searchImages, storyImage } from '#features/article/share-image.ts';
import { summaryOf } from '#features/article/summary.ts';
import { correctionsHref } from '#features/correction/model.ts';
import type { Picture } from '#features/media/dto.ts';
import { absoluteUrl, logoHref, logoSize, type Site } from '#features/site/model.ts';
import { wordsFor } from '#lib/messages.ts';
import type { ArticleKind } from '#lib/vocabulary.ts';

const context = 'https://schema.org';

/** A story as schema.org describes it (https://schema.org/docs/news.html). */
export function articleJsonLd(article: ArticleDetail, site: Site): WithContext<NewsArticle | LiveBlogPosting> {
  const url = absoluteUrl(article.href, site);
  const place = article.datelinePlace || undefined;
  const { published, modified } = machineDates(article);
  const common = {
    '@context': context,
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: article.headline,
    description: summaryOf(article) || undefined,
    image: imagesOf(article, site),
    datePublished: published,
    dateModified: modified,
    author: authorsOf(article, site),
    publisher: publisher(site),
    articleSection: article.section.name,
    keywords: article.tags.length > 0 ? article.tags.map(({ name }) => name) : undefined,
    wordCount: article.wordCount,
    inLanguage: article.language,
    isAccessibleForFree: true,
    isBasedOn: article.sourceUrl ?? undefined,
    sourceOrganization: article.sourceAgency ? organization(article.sourceAgency) : undefined,
    license: licence(article.licence),
    correction: article.corrections.length > 0 ? article.corrections.map(correctionOf) : undefined,
    interactionStatistic: interactions(article, site),
  } as const;
  const type = articleTypes[article.kind];
  if (type === 'LiveBlogPosting') {
    return {
      '@type': type,
      ...common,
      coverageStartTime: published,
      locationCreated: place && { '@type': 'Place', name: place },
    };
  }
  return { '@type': type, ...common, dateline: place };
}

/** Where a page stands in the site. The links are those of the visible breadcrumb, in its order. */
export function breadcrumbJsonLd(trail: readonly Link[], site: Site): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@type': 'WebPage', '@id': absoluteUrl(href, site) },
    })),
  };
}

/** For the front: who publishes, and how the site is searched. */
export function siteJsonLd(site: Site): Graph {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.url}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  const website: WebSite = {
    '@type': 'WebSite',
    '@id': `${site.url}/#website`,
    url: `${site.url}/`,
    name: site.name,
    description: site.description || undefined,
    inLanguage: site.language,
    publisher: { '@id': publisherId(site) },
    potentialAction: search,
  };
  return { '@context': context, '@graph': [publisher(site), website] };
}

/** A page that lists stories, in the order in which it shows them. `path` is its own, cursor included. */
export function listJsonLd(
  list: {
    readonly title: string;
    readonly description?: string;
    readonly path: string;
    readonly cards: readonly ArticleCard[];
  },
  site: Site,
): WithContext<CollectionPage> {
  return {
    '@context': context,
    '@type': 'CollectionPage',
    '@id': absoluteUrl(list.path, site),
    url: absoluteUrl(list.path, site),
    name: list.title,
    description: list.description || undefined,
    isPartOf: { '@id': `${site.url}/#website` },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: list.cards.length,
      itemListElement: list.cards.map(({ headline, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: headline,
        url: absoluteUrl(href, site),
      })),
    },
  };
}

/** The page of somebody who writes, with the stories on it (https://developers.google.com/search/docs/appearance/structured-data/profile-page). */
export function profileJsonLd(
  profile: {
    readonly name: string;
    readonly biography: string;
    /** The person's own address, and that of this page of the list, cursor included. */
    readonly href: string;
    readonly path: string;
    readonly cards: readonly ArticleCard[];
  },
  site: Site,
): WithContext<ProfilePage> {
  const person = absoluteUrl(profile.href, site);
  const url = absoluteUrl(profile.path, site);
  return {
    '@context': context,
    '@type': 'ProfilePage',
    '@id': url,
    url,
    name: profile.name,
    isPartOf: { '@id': `${site.url}/#website` },
    mainEntity: {
      '@type': 'Person',
      '@id': `${person}#person`,
      name: profile.name,
      url: person,
      description: profile.biography || undefined,
    },
    hasPart: profile.cards.map((card) => ({
      '@type': articleTypes[card.kind],
      headline: card.headline,
      url: absoluteUrl(card.href, site),
      datePublished: machineDates(card).published,
    })),
  };
}

/** JSON-LD as the text of a `<script>`: nothing in it can end the element, open a comment or break a line of script. */
export const serializeJsonLd = (value: object): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const articleTypes = {
  news: 'NewsArticle',
  report: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  background: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
  review: 'ReviewNewsArticle',
  live: 'LiveBlogPosting',
} as const satisfies Record<ArticleKind, string>;

const publisherId = (site: Site): string => `${site.url}/#publisher`;

const publisher = (site: Site): NewsMediaOrganization => ({
  '@type': 'NewsMediaOrganization',
  '@id': publisherId(site),
  name: site.name,
  url: `${site.url}/`,
  correctionsPolicy: absoluteUrl(correctionsHref, site),
  logo: imageObject({ url: absoluteUrl(logoHref, site), width: logoSize, height: logoSize }, {}),
});

const organization = (name: string): Organization => ({ '@type': 'Organization', name });

const correctionOf = ({ text, issuedAt }: Correction): CorrectionComment => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: issuedAt.toISOString(),
});

/** The people credited; for copy without any, the agency that sent it, and at last the publisher. */
function authorsOf({ bylines, sourceAgency }: ArticleDetail, site: Site): (Person | Organization)[] {
  if (bylines.length > 0) {
    return bylines.map(({ name, href }): Person => ({ '@type': 'Person', name, url: absoluteUrl(href, site) }));
  }
  return [sourceAgency ? organization(sourceAgency) : publisher(site)];
}

/** The story's picture in every shape in which the site serves it; without one, the image made of its words. */
function imagesOf(article: ArticleDetail, site: Site): ImageObject[] | undefined {
  const { picture } = article;
  if (picture) return searchImages(picture, site).map((image) => imageObject(image, picture));
  const made = storyImage(article, site);
  return made ? [imageObject(made, {})] : undefined;
}

const imageObject = (
  { url, width, height }: Omit<ShareImage, 'alt'>,
  { caption, credit }: Partial<Picture>,
): ImageObject => ({
  '@type': 'ImageObject',
  ...{ url, width: pixels(width), height: pixels(height) },
  caption: caption ?? undefined,
  creditText: credit ?? undefined,
});

/** E37 is the pixel in UN/CEFACT's list of units. */
const pixels = (value: number): QuantitativeValue => ({ '@type': 'QuantitativeValue', value, unitCode: 'E37' });

const licence = (text: string) =>
  /^https?:\/\//.test(text) || !text ? text || undefined : ({ '@type': 'CreativeWork', name: text } as const);

/**
 * Views by people, and votes by the ledger alone, since that is the count that anybody can check. What was counted
 * elsewhere before the story came here stands beside it, named as such and never added.
 */
function interactions({ views, votes, importedVotes }: ArticleDetail, site: Site): InteractionCounter[] {
  const counters: InteractionCounter[] = [
    { '@type': 'InteractionCounter', interactionType: { '@type': 'ViewAction' }, userInteractionCount: views },
    { '@type': 'InteractionCounter', interactionType: { '@type': 'LikeAction' }, userInteractionCount: votes },
  ];
  if (importedVotes > 0) {
    counters.push({
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'LikeAction' },
      userInteractionCount: importedVotes,
      description: wordsFor(site.language)('article.elsewhere'),
    });
  }
  return counters;
}
