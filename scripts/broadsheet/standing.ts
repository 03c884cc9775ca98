import type { DeskArticle } from '#features/article/desk-queries.ts';
import { encodePath } from '#lib/address.ts';

/** `“Headline” (id)`. */
export const named = ({ headline, id }: Pick<DeskArticle, 'headline' | 'id'>): string => `“${headline}” (${id})`;

/** Where a story stands, as the end of a sentence: `readers see it at https://news.example/world/a-story`. */
export function standingOf(article: DeskArticle, siteUrl: string): string {
  const url = article.address && siteUrl + encodePath(article.address);
  const until = article.leavesAt ? ` until ${article.leavesAt.toISOString()}` : '';
  switch (article.standing) {
    case 'stub':
      return 'it is only a headline seen elsewhere';
    case 'draft':
    case 'withdrawn':
      return url ? `nobody sees it, and ${url} answers 410` : 'it is a draft, and readers do not see it';
    case 'in_review':
      return 'it waits to be reviewed, and readers do not see it';
    case 'published':
      return `readers see it at ${url}${until}`;
    case 'archived':
      return `it stays readable at ${url}${until}, off the fronts and rankings`;
    case 'scheduled':
      return `readers will see it at ${url} from ${article.appearsAt?.toISOString()}${until}`;
    case 'embargoed':
      return `nobody sees it before ${article.embargoUntil?.toISOString()}, then it is at ${url}${until}`;
    case 'killed':
      return url ? `${url} answers 410, and it cannot be published again` : 'it cannot be published any more';
    default:
      return article.standing satisfies never;
  }
}
