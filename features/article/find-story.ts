import 'server-only';
import { cache } from 'react';
import { socialImageOf } from '#features/social-image/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { findArticle } from './queries.ts';

export interface StoryParams {
  readonly section: string;
  readonly slug: string;
}

/** What stands at a story's address, once a render. Looked for in its canonical form; `isCanonical` compares. */
export const findStory = ({ section, slug }: StoryParams) => findAt(section, slug);

const findAt = cache(async (section: string, slug: string) => {
  const segments = readSegments(section, slug);
  if (!segments) return { segments, found: { found: 'nothing' } as const };
  const [sectionSlug = '', articleSlug = ''] = segments.map(canonicalSegment);
  const found = await findArticle(sectionSlug, articleSlug);
  if (found.found !== 'article' || found.article.picture) return { segments, found };
  const social = await socialImageOf(found.article);
  return { segments, found: { ...found, article: { ...found.article, social } } };
});

/** Whether the story at `href` was asked for as it is written in links. */
export const isCanonical = (href: string, segments: readonly string[] | null): boolean =>
  segments === null || decodeURIComponent(href) === `/${segments.join('/')}`;
