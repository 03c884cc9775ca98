import 'server-only';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { bylines } from '#db/schema/byline.ts';
import { fediverseFollowers, fediverseStories } from '#db/schema/fediverse.ts';
import { publications } from '#db/schema/publication.ts';
import { cardsById } from '#features/article/cards.ts';
import { recordForMinutes, recordNextChange } from '#features/article/clock.ts';
import type { CardPage } from '#features/article/dto.ts';
import { authorHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { wasSeen } from '#features/article/was-seen.ts';
import type { FediverseStory } from '#features/fediverse/documents.ts';
import {
  bylineOfUsername,
  type FediverseActor,
  fediverseHref,
  parseResource,
  siteUsername,
  usernameOf,
} from '#features/fediverse/model.ts';
import { withText } from '#features/feed/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Site } from '#features/site/model.ts';
import { readSite } from '#features/site/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** The site, where it can be followed; null where that is off. */
export async function readFollowableSite(): Promise<Site | null> {
  const [site, { fediverse }] = await Promise.all([readSite(), readSettings()]);
  return fediverse === 'on' ? site : null;
}

/** The path of what other servers read of an actor, where they can follow; else null. */
export async function readActorHref(bylineId: string | null): Promise<string | null> {
  return (await readFollowableSite()) && fediverseHref.actor(bylineId);
}

/** The path of what other servers read of a story, where they can follow; else null. */
export async function readStoryHref(articleId: string): Promise<string | null> {
  return (await readFollowableSite()) && fediverseHref.story(articleId, await roundOf(articleId));
}

/** Who can be followed under this id: the site (null) or somebody credited; null where there is nobody. */
export async function findActor(bylineId: string | null, site: Site): Promise<FediverseActor | null> {
  if (bylineId === null) return siteActor(site);
  return findBylineActor(eq(bylines.id, bylineId));
}

/** Whom WebFinger is asked for, by an account or by the address of an actor or a page; null where there is nobody. */
export async function findActorByResource(resource: string, site: Site): Promise<FediverseActor | null> {
  const asked = parseResource(resource, site);
  if (!asked) return null;
  if ('username' in asked) {
    if (asked.username === siteUsername(site).toLowerCase()) return siteActor(site);
    const wanted = bylineOfUsername(asked.username);
    const actor = await findBylineActor('id' in wanted ? eq(bylines.id, wanted.id) : eq(bylines.handle, wanted.handle));
    // One account has one name: a handle that another server does not take is none.
    return actor?.username.toLowerCase() === asked.username ? actor : null;
  }
  if (asked.path === '/' || asked.path === fediverseHref.actor(null)) return siteActor(site);
  const [, id] = /^\/fediverse\/actors\/([0-9a-f-]{36})$/.exec(asked.path) ?? [];
  if (id) return findBylineActor(sql`${bylines.id}::text = ${id}`);
  const [, handle] = /^\/author\/([^/?#]+)$/.exec(asked.path) ?? [];
  return handle ? findBylineActor(eq(bylines.handle, decoded(handle))) : null;
}

const siteActor = (site: Site): FediverseActor => ({
  bylineId: null,
  username: siteUsername(site),
  name: site.name,
  about: site.description,
  href: '/',
});

async function findBylineActor(where: ReturnType<typeof sql>): Promise<FediverseActor | null> {
  const [byline] = await database()
    .select({ id: bylines.id, handle: bylines.handle, name: bylines.name, biography: bylines.biography })
    .from(bylines)
    .where(where);
  if (!byline) {
    // Whoever is made may have this name.
    recordTags(cacheTags.latest);
    recordForMinutes();
    return null;
  }
  recordTags(cacheTags.person(byline.id));
  const { id, handle, name, biography } = byline;
  return { bylineId: id, username: usernameOf(byline), name, about: biography, href: authorHref(handle) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    // Not well formed, and so nobody's.
    return '';
  }
}

/** How many follow somebody, or the site. It is told to the minute: nobody is told when it changes. */
export async function countFollowers(bylineId: string | null): Promise<number> {
  recordForMinutes();
  const [row] = await database()
    .select({ followers: count() })
    .from(fediverseFollowers)
    .where(sql`${fediverseFollowers.bylineId} is not distinct from ${bylineId}`);
  return row?.followers ?? 0;
}

const outboxSize = 20;

/** A page of what somebody, or the site, has said: the stories, newest first. */
export function listOutbox(bylineId: string | null, before: string | undefined): Promise<CardPage> {
  const scope = bylineId ? ({ of: 'byline', id: bylineId } as const) : ({ of: 'site' } as const);
  return listArticles(scope, { size: outboxSize, before });
}

/** These cards' stories as other servers know them. */
export async function withRounds(cards: CardPage['cards'], site: Site): Promise<FediverseStory[]> {
  const ids = cards.map(({ id }) => id);
  const [stories, rounds, { feedText: text }] = await Promise.all([
    withText(cards, site),
    roundsOf(ids),
    readSettings(),
  ]);
  return stories.map((story) => ({ story, text, round: 1, editedAt: null, ...rounds.get(story.id) }));
}

/** A public story as other servers know it; null where it is not public. */
export async function findPublicStory(articleId: string, site: Site): Promise<FediverseStory | null> {
  recordTags(cacheTags.article(articleId));
  await recordNextChange();
  const [story] = await withRounds(await cardsById([articleId]), site);
  return story ?? null;
}

/** Whether readers ever saw a story: then it is gone where it is not public, and else was never there. */
export async function wasPublic(articleId: string): Promise<boolean> {
  const [row] = await database()
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(publications, eq(publications.articleId, articles.id))
    .where(and(eq(articles.id, articleId), wasSeen))
    .limit(1);
  return row !== undefined;
}

/** The round of a story, by which its address is known. */
async function roundOf(articleId: string): Promise<number> {
  return (await roundsOf([articleId])).get(articleId)?.round ?? 1;
}

async function roundsOf(articleIds: readonly string[]) {
  const { articleId, round, editedAt } = fediverseStories;
  if (articleIds.length === 0) return new Map<string, { round: number; editedAt: Date | null }>();
  const rows = await database()
    .select({ articleId, round, editedAt })
    .from(fediverseStories)
    .where(inArray(articleId, [...articleIds]));
  return new Map(rows.map(({ articleId: id, ...known }) => [id, known]));
}
