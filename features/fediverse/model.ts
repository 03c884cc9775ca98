import type { Site } from '#features/site/model.ts';

/** The media type of ActivityStreams. */
export const activityType = 'application/activity+json';

/** Whether a media type is that of ActivityStreams (ActivityPub, section 3.2), or of JSON-LD as contexts have it. */
export const isActivity = (contentType: string): boolean =>
  /^application\/(?:activity|ld)\+json\s*(?:;|$)/i.test(contentType.trim());

/** Somebody who can be followed: the site, or a person credited. */
export interface FediverseActor {
  /** The byline's id; null for the site. */
  readonly bylineId: string | null;
  readonly username: string;
  readonly name: string;
  /** Plain text. */
  readonly about: string;
  /** The path of the page that shows the same stories. */
  readonly href: string;
}

const folder = '/fediverse';

/** What stands for the site where others have their byline's id. */
const siteSegment = 'site';

/** The paths of what other servers read and post to. They go by ids, which stay when a handle or a slug changes. */
export const fediverseHref = {
  actor: (bylineId: string | null) => `${folder}/actors/${bylineId ?? siteSegment}`,
  outbox: (bylineId: string | null) => `${fediverseHref.actor(bylineId)}/outbox`,
  outboxPage: (bylineId: string | null, before?: string | null) =>
    `${fediverseHref.outbox(bylineId)}/page${before ? `?before=${encodeURIComponent(before)}` : ''}`,
  followers: (bylineId: string | null) => `${fediverseHref.actor(bylineId)}/followers`,
  inbox: (bylineId: string | null) => `${fediverseHref.actor(bylineId)}/inbox`,
  sharedInbox: `${folder}/inbox`,
  story: (articleId: string, round: number) => `${folder}/stories/${articleId}/${round}`,
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whom a segment of an address stands for: the site (null) or a byline's id; undefined for neither. */
export function actorOfSegment(segment: string): string | null | undefined {
  if (segment === siteSegment) return null;
  return uuid.test(segment) ? segment : undefined;
}

/** Whom the address of an actor of this site stands for; undefined for any other address. */
export function actorOfAddress(address: string, site: Site): string | null | undefined {
  const start = `${site.url}${folder}/actors/`;
  return address.startsWith(start) ? actorOfSegment(address.slice(start.length)) : undefined;
}

/** Whose inbox a path is: of the site (null), of a byline, or 'shared'; undefined for any other path. */
export function inboxOfPath(path: string): string | null | 'shared' | undefined {
  if (path === fediverseHref.sharedInbox) return 'shared';
  const [, segment] = /^\/fediverse\/actors\/([^/]+)\/inbox$/.exec(path) ?? [];
  return segment === undefined ? undefined : actorOfSegment(segment);
}

/** The story and round that the segments of an address name; null where they name none. */
export function storyOfSegments(articleId: string, round: string): { articleId: string; round: number } | null {
  return uuid.test(articleId) && /^[1-9]\d{0,5}$/.test(round) ? { articleId, round: Number(round) } : null;
}

/** What stands after the @ of every account: the site's host, with its port where it has one of its own. */
const accountHost = (site: Site): string => new URL(site.url).host;

/** The site's own name among its accounts: its host, which no handle can be, since handles have no dot. */
export const siteUsername = (site: Site): string => new URL(site.url).hostname;

/**
 * The name of a person's account. Other servers take ASCII only (Mastodon: letters, digits, `_`, and `.` and `-` between
 * them); who has a handle in another script goes by their id, and is shown by their name all the same.
 */
export function usernameOf({ id, handle }: { id: string; handle: string }): string {
  return /^[a-z0-9_]+(?:-[a-z0-9_]+)*$/i.test(handle) ? handle : `${idPrefix}${id.replaceAll('-', '')}`;
}

const idPrefix = 'author-';

/** How a username is looked for among the bylines: by id where it is made of one, else by handle. */
export function bylineOfUsername(username: string): { readonly id: string } | { readonly handle: string } {
  const [, a, b, c, d, e] =
    /^author-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(username) ?? [];
  return a ? { id: [a, b, c, d, e].join('-') } : { handle: username };
}

/** An account as people write it, such as `@kim@news.example`. */
export const accountOf = ({ username }: Pick<FediverseActor, 'username'>, site: Site): string =>
  `@${username}@${accountHost(site)}`;

/** What WebFinger is asked for (RFC 7033): an account of this site, or an address on it; null for anything else. */
export function parseResource(
  resource: string,
  site: Site,
): { readonly username: string } | { readonly path: string } | null {
  const account = /^acct:@?([^@]+)@([^@]+)$/i.exec(resource);
  if (account) {
    const [, username = '', host = ''] = account;
    return host.toLowerCase() === accountHost(site).toLowerCase() ? { username: username.toLowerCase() } : null;
  }
  if (resource === site.url) return { path: '/' };
  return resource.startsWith(`${site.url}/`) ? { path: resource.slice(site.url.length) } : null;
}
