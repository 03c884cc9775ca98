import 'server-only';
import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { bylines } from '#db/schema/byline.ts';
import { fediverseActivities, fediverseDeliveries, fediverseFollowers } from '#db/schema/fediverse.ts';
import type { DeliveryLine, Followed } from '#features/fediverse/dto.ts';
import { accountOf, siteUsername, usernameOf } from '#features/fediverse/model.ts';
import { countFollowers } from '#features/fediverse/queries.ts';
import type { DeliveriesQuery } from '#features/fediverse/schema-desk.ts';
import { readSite } from '#features/site/queries.ts';

/** How many authors are shown, those with the most followers first. */
const mostAuthors = 50;

/** The site, and the authors whom somebody follows, with how many. */
export async function listFollowed(): Promise<Followed[]> {
  const site = await readSite();
  const [ofSite, authors] = await Promise.all([
    countFollowers(null),
    database()
      .select({ id: bylines.id, handle: bylines.handle, name: bylines.name, followers: count() })
      .from(fediverseFollowers)
      .innerJoin(bylines, eq(bylines.id, fediverseFollowers.bylineId))
      .where(isNotNull(fediverseFollowers.bylineId))
      .groupBy(bylines.id)
      .orderBy(desc(count()), asc(bylines.name))
      .limit(mostAuthors),
  ]);
  const itself = { bylineId: null, name: site.name, followers: ofSite };
  return [
    { ...itself, account: accountOf({ username: siteUsername(site) }, site) },
    ...authors.map((byline) => ({
      bylineId: byline.id,
      name: byline.name,
      account: accountOf({ username: usernameOf(byline) }, site),
      followers: byline.followers,
    })),
  ];
}

/** One page of what was sent, the last said first, by keyset on the activity's id (which begins with the time) and inbox. */
export async function listDeliveries(
  { before }: DeliveriesQuery,
  size = 50,
): Promise<{ lines: DeliveryLine[]; before: string | null }> {
  const { activityId, inbox, state, attempts, status, answer, changedAt } = fediverseDeliveries;
  const rows = await database()
    .select({
      ...{ activityId, inbox, state, attempts, status, answer, changedAt },
      kind: fediverseActivities.kind,
      byline: bylines.name,
      articleId: fediverseActivities.articleId,
      headline: articles.headline,
    })
    .from(fediverseDeliveries)
    .innerJoin(fediverseActivities, eq(fediverseActivities.id, activityId))
    .leftJoin(articles, eq(articles.id, fediverseActivities.articleId))
    .leftJoin(bylines, eq(bylines.id, fediverseActivities.bylineId))
    .where(before ? and(sql`(${activityId}, ${inbox}) < (${before.activityId}::uuid, ${before.inbox})`) : undefined)
    .orderBy(desc(activityId), desc(inbox))
    .limit(size + 1);
  const lines = rows.slice(0, size).map(({ articleId, headline, ...line }) => ({
    ...line,
    host: URL.parse(line.inbox)?.host ?? line.inbox,
    story: articleId ? { id: articleId, headline: headline ?? '' } : null,
  }));
  const last = rows.length > size ? lines.at(-1) : undefined;
  return { lines, before: last ? `${last.activityId} ${last.inbox}` : null };
}
