import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { articles } from '#db/schema/article.ts';
import { fediverseActivities, fediverseStories } from '#db/schema/fediverse.ts';
import { enqueueDelivery } from '#features/fediverse/commands/enqueue-delivery.ts';
import { scheduleTelling } from '#features/fediverse/commands/schedule-telling.ts';
import { newsDays, nextTelling } from '#features/fediverse/model-delivery.ts';
import { readSettings } from '#features/settings/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import type { ActivityKind } from '#lib/vocabulary.ts';

/**
 * Compares what followers know of a story with what is public of it, and has them told the difference. It may run at any
 * time and any number of times; where a version, an end or an embargo lies ahead, it has itself run again then.
 */
export async function tellFollowers(articleId: string): Promise<void> {
  await database().transaction(async (tx) => {
    const [article] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(eq(articles.id, articleId))
      .for('update');
    if (!article) return;
    const [{ fediverse }, [known], now] = await Promise.all([
      readSettings(tx),
      tx.select().from(fediverseStories).where(eq(fediverseStories.articleId, articleId)),
      publicNow(tx, articleId),
    ]);
    const telling = nextTelling({ on: fediverse === 'on', told: known?.publicationId, now });
    const story = { articleId, round: known?.round ?? 1 };
    if (telling === 'create') await makeKnown(tx, story, now as Public);
    if (telling === 'update') await change(tx, story, now as Public, known?.publicationId as string);
    if (telling === 'delete') await takeBack(tx, story, known?.publicationId as string);
    // Other servers are told when it was changed.
    if (telling === 'update') await writePurge(tx, { kind: 'refresh', tags: [cacheTags.article(articleId)] });
    const next = await nextChange(tx, articleId);
    if (next) await scheduleTelling(tx, articleId, next);
  });
}

interface Story {
  readonly articleId: string;
  readonly round: number;
}

interface Public {
  readonly id: string;
  readonly archived: boolean;
  readonly isNews: boolean;
  readonly from: Date;
}

async function publicNow(tx: Transaction, articleId: string): Promise<Public | null> {
  const [row] = await tx.execute<{ id: string; archived: boolean; is_news: boolean; from: string }>(sql`
    select publication_id as id, archived, effective_from::text as from, date_is = 'original'
      and first_published_at > now() - ${newsDays}::int * interval '1 day' as is_news
    from articles_public where article_id = ${articleId}`);
  return row ? { id: row.id, archived: row.archived, isNews: row.is_news, from: new Date(row.from) } : null;
}

async function nextChange(tx: Transaction, articleId: string): Promise<Date | null> {
  const [row] = await tx.execute<{ next: string | null }>(sql`
    select min(moment)::text as next
    from publications, lateral (values (effective_from), (effective_to), (embargo_until)) as ahead (moment)
    where article_id = ${articleId} and moment > now()`);
  return row?.next ? new Date(row.next) : null;
}

/** The site makes the story known to its followers, and each author passes it on to theirs. */
async function makeKnown(tx: Transaction, story: Story, { id: publicationId }: Public): Promise<void> {
  const { articleId } = story;
  await tx
    .insert(fediverseStories)
    .values({ articleId, publicationId })
    .onConflictDoUpdate({ target: fediverseStories.articleId, set: { publicationId, editedAt: null } });
  await say(tx, { ...story, kind: 'create', bylineId: null }, followersOf(null));
  for (const bylineId of await bylinesOf(tx, publicationId)) await pass(tx, story, bylineId, 'announce');
}

/** Who knows the story hears of its words; of bylines that came and went, those who follow them. */
async function change(tx: Transaction, story: Story, now: Public, before: string): Promise<void> {
  const { articleId } = story;
  const set = { publicationId: now.id, editedAt: now.from };
  await tx.update(fediverseStories).set(set).where(eq(fediverseStories.articleId, articleId));
  const [old, current] = await Promise.all([bylinesOf(tx, before), bylinesOf(tx, now.id)]);
  await drop(tx, articleId, sql`a.kind = 'update'`);
  await say(tx, { ...story, kind: 'update', bylineId: null }, followersOf(null, [...new Set([...old, ...current])]));
  for (const bylineId of current.filter((id) => !old.includes(id))) await pass(tx, story, bylineId, 'announce');
  for (const bylineId of old.filter((id) => !current.includes(id))) await pass(tx, story, bylineId, 'undo');
}

/** Every server that ever took a story hears that this one is no more; the next time it has another address. */
async function takeBack(tx: Transaction, story: Story, before: string): Promise<void> {
  const { articleId, round } = story;
  const set = { publicationId: null, editedAt: null, round: round + 1 };
  await tx.update(fediverseStories).set(set).where(eq(fediverseStories.articleId, articleId));
  await drop(tx, articleId, sql`true`);
  const people = await bylinesOf(tx, before);
  const everywhere = sql`select inbox from fediverse_inboxes union ${followersOf(null, people)}`;
  await say(tx, { ...story, kind: 'delete', bylineId: null }, everywhere);
}

const pass = (tx: Transaction, story: Story, bylineId: string, kind: 'announce' | 'undo') =>
  say(tx, { ...story, kind, bylineId }, followersOf(bylineId));

/** The inboxes of who follows somebody, or the site, and of who follows any of these people; one for each server. */
const followersOf = (bylineId: string | null, people: readonly string[] = []) => sql`
  select coalesce(shared_inbox, inbox) as inbox from fediverse_followers
  where byline_id is not distinct from ${bylineId}::uuid or byline_id = any(${`{${people.join(',')}}`}::uuid[])
  group by 1`;

async function bylinesOf(tx: Transaction, publicationId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select r.byline_id as id from publications p join revision_bylines r using (revision_id)
    where p.id = ${publicationId} order by r.position`);
  return rows.map(({ id }) => id);
}

/** Puts an activity down with the inboxes that it goes to; nothing where there are none. */
async function say(
  tx: Transaction,
  activity: Story & { readonly kind: ActivityKind; readonly bylineId: string | null },
  inboxes: ReturnType<typeof sql>,
): Promise<void> {
  const [row] = await tx.insert(fediverseActivities).values(activity).returning({ id: fediverseActivities.id });
  const { id } = row as { id: string };
  const sent = await tx.execute(sql`
    insert into fediverse_deliveries (activity_id, inbox) select ${id}::uuid, inbox from (${inboxes}) as whom returning 1`);
  if (sent.length > 0) await enqueueDelivery(tx, id);
  else await tx.delete(fediverseActivities).where(eq(fediverseActivities.id, id));
}

/** Gives up what still waits to be said of a story. */
async function drop(tx: Transaction, articleId: string, which: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    update fediverse_deliveries d set state = 'dropped', changed_at = now()
    from fediverse_activities a
    where a.id = d.activity_id and a.article_id = ${articleId} and d.state = 'waiting' and ${which}`);
}
