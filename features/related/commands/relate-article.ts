import 'server-only';
import { asc, eq, inArray, or, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { related } from '#db/schema/related.ts';
import { insertRelation, type Relation, relate } from '#features/related/model.ts';
import { readCandidates } from '#features/related/queries-candidates.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';

/** More than a page shows, since some stand in another list beside it or have left the public. */
const kept = 24;
/** Where a page has so many, what changes behind the foremost is left to its next rendering, within minutes. */
const enough = 10;
const foremost = 5;

/**
 * Works out which stories are related to one, and sets it into the lists of those, whose likeness to it is the same.
 * One that is not public is taken out of all lists. Pages are purged whose list begins differently, or was short.
 */
export async function relateArticle(articleId: string): Promise<void> {
  const purge = await database().transaction(async (tx): Promise<Purge> => {
    // One at a time: two that wrote the same story's list at once would clash.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('relate-article'))`);
    const found = await readCandidates(tx, articleId);
    const { relations, same } = found ? relate(found.story, found.candidates, kept) : nothing;
    const before = await readLists(tx, articleId, relations);
    const after = new Map([[articleId, relations]]);
    for (const [id, list] of before) {
      if (id === articleId) continue;
      const relation = relations.find((one) => one.id === id);
      const rest = list.filter((one) => one.id !== articleId);
      after.set(id, relation ? insertRelation(rest, { id: articleId, score: relation.score }, same, kept) : rest);
    }
    const lists = [...after].map(([id, list]) => ({ id, was: before.get(id) ?? [], is: list }));
    const changed = lists.filter(({ was, is }) => !isEqual(was, is));
    await writeLists(tx, changed);
    const shown = changed.filter(
      ({ id, was, is }) =>
        id === articleId || was.length < enough || !isEqual(was.slice(0, foremost), is.slice(0, foremost)),
    );
    const change: Purge = { kind: 'refresh', tags: shown.map(({ id }) => cacheTags.related(id)) };
    await writePurge(tx, change);
    return change;
  });
  purgeLocally(purge);
}

const nothing = { relations: [] as Relation[], same: new Set<string>() };

/** The lists of a story, of those it is related to, and of those that had it so far. */
async function readLists(tx: Transaction, articleId: string, relations: readonly Relation[]) {
  const ids = [articleId, ...relations.map(({ id }) => id)];
  const holders = tx.select({ id: related.articleId }).from(related).where(eq(related.relatedId, articleId));
  const rows = await tx
    .select({ of: related.articleId, id: related.relatedId, score: related.score })
    .from(related)
    .where(or(inArray(related.articleId, ids), inArray(related.articleId, holders)))
    .orderBy(asc(related.articleId), asc(related.position));
  const lists = new Map<string, Relation[]>(ids.map((id) => [id, []]));
  for (const { of, ...relation } of rows) lists.set(of, [...(lists.get(of) ?? []), relation]);
  return lists;
}

/** Whether two lists name the same stories in the same order: what a page shows of them. */
const isEqual = (one: readonly Relation[], other: readonly Relation[]) =>
  one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);

async function writeLists(tx: Transaction, lists: readonly { id: string; is: readonly Relation[] }[]): Promise<void> {
  if (lists.length === 0) return;
  const ids = lists.map(({ id }) => id);
  await tx.delete(related).where(inArray(related.articleId, ids));
  const rows = lists.flatMap(({ id: articleId, is }) =>
    is.map(({ id, score }, position) => ({ articleId, relatedId: id, score, position })),
  );
  if (rows.length > 0) await tx.insert(related).values(rows);
}
