import type { ArticleDetail } from '#features/article/dto.ts';
import { articleHref } from '#features/article/href.ts';
import { articleMetadata } from '#features/article/metadata.ts';
import { renderBody } from '#features/body/render.ts';
import type { Picture } from '#features/media/dto.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';
import { slugOf } from './model-body.ts';
import type { DraftContent } from './schema.ts';

/** What search engines and other sites would show of a story. */
export interface SeenElsewhere {
  readonly title: string;
  readonly headline: string;
  readonly description: string;
  readonly url: string;
  readonly image: { readonly url: string; readonly alt: string } | null;
}

interface Place {
  readonly site: Site;
  readonly section: { readonly name: string; readonly slug: string } | undefined;
  readonly formerSlug: string | null;
  readonly picture: Picture | null;
}

/** The same metadata that the story's page will have, made by the same function. */
export function seenElsewhere(draft: DraftContent, place: Place): SeenElsewhere {
  const { site, section, picture } = place;
  const slug = draft.slug.trim() || place.formerSlug || slugOf(draft.headline) || 'story';
  const href = articleHref(section?.slug ?? 'section', slug);
  const metadata = articleMetadata({ ...unknown, ...partsOf(draft), href, picture, section: sectionOf(place) }, site);
  const title = metadata.title as { absolute: string };
  return {
    title: title.absolute,
    headline: draft.headline,
    description: metadata.description ?? '',
    url: absoluteUrl(href, site),
    image: picture && { url: picture.fallback, alt: picture.alt },
  };
}

const partsOf = ({ headline, standfirst, kicker, kind, language, body }: DraftContent) => ({
  ...{ headline, standfirst, kicker, kind, language },
  bodyHtml: renderBody(body).html,
});

const sectionOf = ({ section }: Place) => ({ id: '', name: section?.name ?? '', href: `/${section?.slug ?? ''}` });

/** What the metadata of a story does not depend on, or cannot know before it is published. */
const unknown = {
  id: '',
  revisionId: '',
  social: null,
  publishedAt: new Date(0),
  dateIs: 'original',
  updatedAt: null,
  trail: [],
  bylines: [],
  tags: [],
  datelinePlace: '',
  sourceAgency: '',
  sourceUrl: null,
  licence: '',
  canonical: 'self',
  wordCount: 0,
  corrections: [],
  translations: [],
  archived: false,
  views: 0,
  votes: 0,
  importedVotes: 0,
} satisfies Partial<ArticleDetail>;
