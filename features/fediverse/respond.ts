import 'server-only';
import { machineDates } from '#features/article/machine-dates.ts';
import {
  actorDocument,
  announceDocument,
  countDocument,
  createDocument,
  type Document,
  standalone,
  storyDocument,
  tombstoneDocument,
  webFingerDocument,
} from '#features/fediverse/documents.ts';
import { readSigningKey } from '#features/fediverse/key.ts';
import {
  activityType,
  actorOfSegment,
  type FediverseActor,
  fediverseHref,
  storyOfSegments,
} from '#features/fediverse/model.ts';
import {
  countFollowers,
  findActor,
  findActorByResource,
  findPublicStory,
  listOutbox,
  readFollowableSite,
  wasPublic,
  withRounds,
} from '#features/fediverse/queries.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';
import { notFoundText } from '#features/site/no-page-text.ts';
import { recordOutcome } from '#lib/trace.ts';

/** Answers WebFinger: who is behind an account, or an address of the site. */
export async function respondWithWebFinger(request: Request): Promise<Response> {
  const site = await readFollowableSite();
  const resource = new URL(request.url).searchParams.get('resource') ?? '';
  const actor = site && (await findActorByResource(resource, site));
  if (!actor) return nobody();
  return new Response(JSON.stringify(webFingerDocument(actor, site)), {
    headers: { 'content-type': 'application/jrd+json; charset=utf-8', 'access-control-allow-origin': '*' },
  });
}

/** Answers with an actor; who wants a page is sent to the page that shows the same stories. */
export function respondWithActor(request: Request, segment: string): Promise<Response> {
  return withActor(segment, async (actor, site) => {
    if (wantsPage(request)) return seeOther(actor.href);
    const { publicKey } = await readSigningKey();
    return answer(actorDocument(actor, publicKey, site));
  });
}

/** Answers with how many follow somebody; who they are is told to nobody. */
export function respondWithFollowers(request: Request, segment: string): Promise<Response> {
  return withActor(segment, async (actor, site) => {
    if (wantsPage(request)) return seeOther(actor.href);
    const { bylineId } = actor;
    return answer(countDocument(fediverseHref.followers(bylineId), await countFollowers(bylineId), site));
  });
}

/** Answers with where the first page of an outbox is. */
export function respondWithOutbox(request: Request, segment: string): Promise<Response> {
  return withActor(segment, async (actor, site) => {
    if (wantsPage(request)) return seeOther(actor.href);
    const { bylineId } = actor;
    return answer({
      id: absoluteUrl(fediverseHref.outbox(bylineId), site),
      type: 'OrderedCollection',
      first: absoluteUrl(fediverseHref.outboxPage(bylineId), site),
    });
  });
}

/** Answers with a page of an outbox: the site made its stories known, its authors passed theirs on. */
export function respondWithOutboxPage(request: Request, segment: string): Promise<Response> {
  return withActor(segment, async (actor, site) => {
    if (wantsPage(request)) return seeOther(actor.href);
    const { bylineId } = actor;
    const before = new URL(request.url).searchParams.get('before') ?? undefined;
    const { cards, older } = await listOutbox(bylineId, before);
    const stories = await withRounds(cards, site);
    const orderedItems = stories.map((known) => {
      const { story, round } = known;
      const { published } = machineDates(story);
      return bylineId
        ? announceDocument(bylineId, { articleId: story.id, round, published }, site)
        : createDocument(known, site);
    });
    return answer({
      id: absoluteUrl(fediverseHref.outboxPage(bylineId, before), site),
      type: 'OrderedCollectionPage',
      partOf: absoluteUrl(fediverseHref.outbox(bylineId), site),
      ...(older ? { next: absoluteUrl(fediverseHref.outboxPage(bylineId, older), site) } : {}),
      orderedItems,
    });
  });
}

/** Answers with a story, or with the tombstone of one that was public; who wants a page is sent to the story's own. */
export async function respondWithStory(request: Request, articleId: string, round: string): Promise<Response> {
  const site = await readFollowableSite();
  const asked = storyOfSegments(articleId, round);
  if (!(site && asked)) return nobody();
  const known = await findPublicStory(asked.articleId, site);
  if (known && asked.round === known.round) {
    return wantsPage(request) ? seeOther(known.story.href) : answer(storyDocument(known, site));
  }
  // An earlier round was taken back, whether or not the story is public again.
  const gone = known ? asked.round < known.round : await wasPublic(asked.articleId);
  return gone ? answer(tombstoneDocument(asked.articleId, asked.round, site), 410) : nobody();
}

async function withActor(
  segment: string,
  work: (actor: FediverseActor, site: Site) => Promise<Response>,
): Promise<Response> {
  const site = await readFollowableSite();
  const bylineId = actorOfSegment(segment);
  const actor = site && bylineId !== undefined ? await findActor(bylineId, site) : null;
  return site && actor ? work(actor, site) : nobody();
}

const nobody = (): Response => notFoundText('There is nothing to follow here.');

const wantsPage = (request: Request): boolean => request.headers.get('accept') === 'text/html';

const seeOther = (href: string): Response => new Response(null, { status: 303, headers: { location: href } });

function answer(document: Document, status: 200 | 410 = 200): Response {
  recordOutcome(status);
  return new Response(JSON.stringify(standalone(document)), {
    status,
    headers: { 'content-type': `${activityType}; charset=utf-8` },
  });
}
