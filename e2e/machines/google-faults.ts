type Node = Record<string, unknown>;

/** What Google asks of a type: what must be there, and what it recommends of what a newspaper has for every page. */
interface Fields {
  readonly required?: readonly string[];
  readonly recommended?: readonly string[];
}

/**
 * From Google's pages on structured data (developers.google.com/search/docs/appearance): article, breadcrumb,
 * profile-page, site-names and organization, and carousel for lists. `a.b` asks for b of each a.
 */
const article: Fields = {
  recommended: ['headline', 'image.url', 'datePublished', 'dateModified', 'author.name', 'publisher.logo.url'],
};
const fields: Record<string, Fields> = {
  NewsArticle: article,
  ReportageNewsArticle: article,
  AnalysisNewsArticle: article,
  BackgroundNewsArticle: article,
  OpinionNewsArticle: article,
  ReviewNewsArticle: article,
  LiveBlogPosting: article,
  BreadcrumbList: { required: ['itemListElement.position', 'itemListElement.name', 'itemListElement.item'] },
  CollectionPage: { required: ['mainEntity.itemListElement.position', 'mainEntity.itemListElement.url'] },
  ProfilePage: { required: ['mainEntity.name'], recommended: ['mainEntity.url'] },
  WebSite: { required: ['name', 'url'] },
  NewsMediaOrganization: { recommended: ['name', 'url', 'logo.url'] },
};

/** What Google would miss in a page's JSON-LD, or not take: addresses that are not absolute, dates without a zone. */
export function googleFaults(jsonLd: Node): string[] {
  const graph = jsonLd['@graph'];
  if (Array.isArray(graph)) return graph.flatMap(googleFaults);
  const type = String(jsonLd['@type']);
  const asked = fields[type];
  if (!asked) return [`There is no list of fields of a ${type}.`];
  const paths = [...(asked.required ?? []), ...(asked.recommended ?? [])];
  return [
    ...paths.flatMap((path) => (values(jsonLd, path.split('.')).every(isThere) ? [] : [`${type} has no ${path}.`])),
    ...(type === 'BreadcrumbList' && values(jsonLd, ['itemListElement']).length < 2 ? ['One step is no path.'] : []),
    ...values(jsonLd, ['author']).flatMap((author) => nameless(author as Node)),
    ...unshapely(jsonLd),
    ...unfit(jsonLd, type),
  ];
}

/** Of a list, what each of it has there; undefined for one that has nothing. */
function values(node: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [node];
  return [(node as Node | undefined)?.[name]].flat().flatMap((value) => values(value, rest));
}

/**
 * A story's picture is wanted in 16:9, 4:3 and 1:1, of 50,000 pixels or more each
 * (developers.google.com/search/docs/appearance/structured-data/article).
 */
function unshapely(jsonLd: Node): string[] {
  const images = values(jsonLd, ['image']).filter(isThere) as Record<'width' | 'height', { value: number }>[];
  const sizes = images.map(({ width, height }) => [width.value, height.value] as const);
  const shapes = sizes.map(([width, height]) => width / height);
  const missing = shapes.length > 1 ? [16 / 9, 4 / 3, 1].filter((shape) => !shapes.includes(shape)) : [];
  return [
    ...missing.map((shape) => `There is no image of ${shape.toFixed(2)} to 1.`),
    ...sizes.filter(([width, height]) => width * height < 50_000).map((size) => `${size} is too small an image.`),
  ];
}

/** A person is told from others of the name by a page; of an agency we have none. */
const nameless = (author: Node | undefined): string[] =>
  author?.['@type'] === 'Person' && !isThere(author.url) ? [`${author.name} has no page.`] : [];

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function unfit(node: Node, where: string): string[] {
  return Object.entries(node).flatMap(([name, value]) => {
    const here = `${where}.${name}`;
    return [value].flat().flatMap((single) => {
      if (typeof single === 'object' && single !== null) return unfit(single as Node, here);
      if (/^(url|@id|contentUrl)$/.test(name) && !URL.canParse(String(single))) return [`${here} is not absolute.`];
      const dated = /^date(Published|Modified)$/.test(name);
      return dated && !/T.*(Z|[+-]\d\d:\d\d)$/.test(String(single)) ? [`${here} has no zone.`] : [];
    });
  });
}
