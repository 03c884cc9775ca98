import type { ArticleCard, Correction, Link } from '#features/article/dto.ts';
import type { Canonical } from '#lib/vocabulary.ts';

/** The formats in which every list is also a feed: what the file is called, and its media type. */
export const feedFormats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml' },
  atom: { file: 'atom.xml', type: 'application/atom+xml' },
  json: { file: 'feed.json', type: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** The path of a feed: of the site where `under` is '', else of what is at that path, such as `/tag/trade`. */
export const feedHref = (under: string, format: FeedFormat): string => `${under}/${feedFormats[format].file}`;

/** What a feed is of; `segment` is the slug or handle as it stands in the address, percent-encoded. */
export type FeedScope =
  | { readonly of: 'site' }
  | { readonly of: 'section' | 'tag' | 'author'; readonly segment: string };

/** A story as a feed carries it, whole. */
export interface FeedStory extends ArticleCard {
  /** The people credited; for copy without any, the agency, and at last the site: always somebody. */
  readonly authors: readonly { readonly name: string; readonly href: string | null }[];
  readonly tags: readonly Link[];
  readonly datelinePlace: string;
  readonly sourceAgency: string;
  readonly sourceUrl: string | null;
  readonly licence: string;
  readonly canonical: Canonical;
  readonly bodyHtml: string;
  readonly corrections: readonly Correction[];
}

/** What a feed carries of each story. */
export const feedTexts = ['whole', 'summary'] as const;
export type FeedText = (typeof feedTexts)[number];

/** A story that was killed, as a feed tells those who hold a copy of it. */
export interface Tombstone {
  readonly id: string;
  readonly killedAt: Date;
}

/** For how many days a feed tells of a kill, and of how many at most: who asks once a month still hears of it. */
export const tombstones = { days: 30, most: 30 } as const;

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The path of the page that shows the same list. */
  readonly href: string;
  /** The path under which the feed's files are: '' for the site's own. */
  readonly under: string;
  /** Newest first. */
  readonly stories: readonly FeedStory[];
  readonly text: FeedText;
  /** The address of the hub that hands the feed on (WebSub); '' for none. */
  readonly hub: string;
  /** The last one first; only for formats that have a way to say it. */
  readonly killed: readonly Tombstone[];
}

/** The address of the original where search engines are to keep that one (RFC 6596); null for any other story. */
export const canonicalElsewhere = ({ canonical, sourceUrl }: FeedStory): string | null =>
  canonical === 'source' ? sourceUrl : null;

/** Names a story for ever, whatever becomes of its address (RFC 9562, RFC 8141). */
export const storyUrn = ({ id }: { id: string }): string => `urn:uuid:${id}`;

/** When a story last changed in substance. */
export const changedAt = ({ updatedAt, publishedAt }: ArticleCard): Date => updatedAt ?? publishedAt;

/** When the newest change among the stories was, or the last kill; the epoch where there are none. */
export function feedChangedAt({ stories, killed }: Feed): Date {
  const moments = [...stories.map(changedAt), ...killed.map(({ killedAt }) => killedAt)];
  return new Date(Math.max(0, ...moments.map((moment) => moment.getTime())));
}
