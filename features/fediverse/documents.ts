import { machineDates } from '#features/article/machine-dates.ts';
import { shareImage } from '#features/article/share-image.ts';
import { summaryOf } from '#features/article/summary.ts';
import { accountOf, activityType, type FediverseActor, fediverseHref } from '#features/fediverse/model.ts';
import type { FeedStory, FeedText } from '#features/feed/model.ts';
import { storyHtml } from '#features/feed/story-html.ts';
import { absoluteUrl, logoHref, type Site } from '#features/site/model.ts';
import { escapeHtml } from '#lib/html.ts';

/** A document of ActivityStreams 2.0, as JSON-LD that also servers understand that read it as plain JSON. */
export type Document = Readonly<Record<string, unknown>>;

export const everybody = 'https://www.w3.org/ns/activitystreams#Public';

const context = [
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/v1',
  {
    toot: 'http://joinmastodon.org/ns#',
    discoverable: 'toot:discoverable',
    indexable: 'toot:indexable',
    manuallyApprovesFollowers: 'as:manuallyApprovesFollowers',
    Hashtag: 'as:Hashtag',
  },
];

/** A document that stands on its own. */
export const standalone = (document: Document): Document => ({ '@context': context, ...document });

/** An actor with the public key (PEM) that everything it says can be checked by. */
export function actorDocument(actor: FediverseActor, publicKeyPem: string, site: Site): Document {
  const { bylineId } = actor;
  const id = absoluteUrl(fediverseHref.actor(bylineId), site);
  return {
    id,
    type: bylineId ? 'Person' : 'Organization',
    preferredUsername: actor.username,
    name: actor.name,
    summary: actor.about ? `<p>${escapeHtml(actor.about)}</p>` : '',
    url: absoluteUrl(actor.href, site),
    icon: { type: 'Image', mediaType: 'image/png', url: absoluteUrl(logoHref, site) },
    inbox: absoluteUrl(fediverseHref.inbox(bylineId), site),
    outbox: absoluteUrl(fediverseHref.outbox(bylineId), site),
    followers: absoluteUrl(fediverseHref.followers(bylineId), site),
    endpoints: { sharedInbox: absoluteUrl(fediverseHref.sharedInbox, site) },
    manuallyApprovesFollowers: false,
    discoverable: true,
    indexable: true,
    publicKey: { id: keyIdOf(bylineId, site), owner: id, publicKeyPem },
  };
}

/** The address of the key by which an actor signs. */
export const keyIdOf = (bylineId: string | null, site: Site): string =>
  `${absoluteUrl(fediverseHref.actor(bylineId), site)}#main-key`;

/** A story as other servers know it. */
export interface FediverseStory {
  readonly story: FeedStory;
  readonly round: number;
  readonly editedAt: Date | null;
  readonly text: FeedText;
}

/** A story, which is always the site's own: bylines come and go, and nobody could take back what was another's. */
export function storyDocument({ story, round, editedAt, text }: FediverseStory, site: Site): Document {
  const summary = summaryOf(story);
  const content = text === 'whole' ? storyHtml(story, site) : `<p>${escapeHtml(summary || story.headline)}</p>`;
  const updated = editedAt ?? story.updatedAt;
  return {
    id: absoluteUrl(fediverseHref.story(story.id, round), site),
    type: 'Article',
    attributedTo: absoluteUrl(fediverseHref.actor(null), site),
    name: story.headline,
    // HTML, other than the name.
    ...(summary ? { summary: escapeHtml(summary) } : {}),
    content,
    contentMap: { [story.language]: content },
    mediaType: 'text/html',
    url: absoluteUrl(story.href, site),
    ...dates(machineDates(story).published, updated),
    ...toEverybody(null, site),
    ...(story.picture ? { image: imageOf(story, site) } : {}),
    tag: story.tags.map(({ name, href }) => ({ type: 'Hashtag', name: hashtag(name), href: absoluteUrl(href, site) })),
  };
}

/** What stands where a story was. */
export const tombstoneDocument = (articleId: string, round: number, site: Site): Document => ({
  id: absoluteUrl(fediverseHref.story(articleId, round), site),
  type: 'Tombstone',
  formerType: 'Article',
});

/** For everybody, and to the followers of who says it. */
export const toEverybody = (bylineId: string | null, site: Site): Document => ({
  to: [everybody],
  cc: [absoluteUrl(fediverseHref.followers(bylineId), site)],
});

/** That a story is there, said by the site. */
export function createDocument(known: FediverseStory, site: Site): Document {
  const story = storyDocument(known, site);
  const { published, to, cc } = story;
  return {
    ...said('Create', `${story.id}#create`, null, site),
    ...(published ? { published } : {}),
    to,
    cc,
    object: story,
  };
}

/** That somebody credited has a part in a story: the site's story is passed on to who follows them. */
export function announceDocument(
  bylineId: string,
  { articleId, round, published }: { articleId: string; round: number; published?: string | undefined },
  site: Site,
): Document {
  const story = absoluteUrl(fediverseHref.story(articleId, round), site);
  return {
    ...said('Announce', `${story}#announce-${bylineId}`, bylineId, site),
    ...(published ? { published } : {}),
    ...toEverybody(bylineId, site),
    object: story,
  };
}

/** The head of an activity: what it is, its id, and who says it. */
export const said = (type: string, id: string, bylineId: string | null, site: Site): Document => ({
  id,
  type,
  actor: absoluteUrl(fediverseHref.actor(bylineId), site),
});

/** A collection of which only the size is told. */
export const countDocument = (path: string, totalItems: number, site: Site): Document => ({
  id: absoluteUrl(path, site),
  type: 'OrderedCollection',
  totalItems,
});

/** The answer of WebFinger (RFC 7033). */
export function webFingerDocument(actor: FediverseActor, site: Site): Document {
  const page = absoluteUrl(actor.href, site);
  const self = absoluteUrl(fediverseHref.actor(actor.bylineId), site);
  return {
    subject: `acct:${accountOf(actor, site).slice(1)}`,
    aliases: [self, page],
    links: [
      { rel: 'self', type: activityType, href: self },
      { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: page },
    ],
  };
}

function dates(published: string | undefined, updated: Date | null): Document {
  return { ...(published ? { published } : {}), ...(updated ? { updated: updated.toISOString() } : {}) };
}

function imageOf(story: FeedStory, site: Site): Document | null {
  if (!story.picture) return null;
  const { url, width, height, alt } = shareImage(story.picture, site);
  return { type: 'Image', url, name: alt, width, height };
}

/** A tag as one word: servers cut a hashtag at the first character that is neither letter, mark, digit nor `_`. */
function hashtag(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}_]+/u).filter(Boolean);
  const joined = words.map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('');
  return `#${joined || name}`;
}
