import 'server-only';
import { asc, inArray, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { related } from '#db/schema/related.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';
import type { RelatedReason } from '#lib/vocabulary.ts';

/** More than a page shows, since some may have left the public by the time it is rendered. */
const kept = 15;
/** How many of a tag's or a section's newest stories are looked at. */
const perList = 60;

/**
 * Works out which stories are related to one, and anew for each of those, since the new story may belong to theirs.
 * Shared tags count most, then the section, then nearness in time. Pages that show a changed list are purged.
 */
export async function relateArticle(articleId: string): Promise<void> {
  const purge = await database().transaction(async (tx): Promise<Purge> => {
    // One at a time: two that wrote the same story's list at once would clash.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('relate-article'))`);
    const own = await candidatesFor(tx, [articleId]);
    const ids = [articleId, ...own.map(({ relatedId }) => relatedId)];
    const changed = await writeLists(tx, ids, await candidatesFor(tx, ids));
    const change: Purge = { kind: 'refresh', tags: changed.map(cacheTags.related) };
    await writePurge(tx, change);
    return change;
  });
  purgeLocally(purge);
}

interface Candidate {
  articleId: string;
  position: number;
  relatedId: string;
  reason: RelatedReason;
}

/** Writes the lists of these stories where they differ from what is there. Returns the ids of those that did. */
async function writeLists(tx: Transaction, ids: string[], candidates: Candidate[]): Promise<string[]> {
  const before = await tx
    .select({ articleId: related.articleId, relatedId: related.relatedId })
    .from(related)
    .where(inArray(related.articleId, ids))
    .orderBy(asc(related.articleId), asc(related.position));
  const listOf = (rows: readonly { articleId: string; relatedId: string }[], id: string) =>
    rows.flatMap((row) => (row.articleId === id ? row.relatedId : [])).join();
  const changed = ids.filter((id) => listOf(before, id) !== listOf(candidates, id));
  if (changed.length === 0) return changed;
  await tx.delete(related).where(inArray(related.articleId, changed));
  const rows = candidates.filter((candidate) => changed.includes(candidate.articleId));
  if (rows.length > 0) await tx.insert(related).values(rows);
  return changed;
}

/** The lists of these stories, best first, from the newest stories of their tags and sections. */
async function candidatesFor(tx: Transaction, ids: readonly string[]): Promise<Candidate[]> {
  const rows = await tx.execute<Candidate & Record<string, unknown>>(sql`
    with self as (
      select publication_id, article_id, section_id, first_published_at from articles_public
      where article_id in (${sql.join(ids.map(uuid), sql`, `)})
    ), shared as (
      select self.article_id as for_id, listed.article_id, listed.first_published_at, own.tag_id, 0 as section
      from self
      join publication_tags own on own.publication_id = self.publication_id
      cross join lateral (
        select article_id, first_published_at from publication_tags
        where tag_id = own.tag_id order by first_published_at desc, article_id desc limit ${perList}
      ) listed
    ), near as (
      select self.article_id as for_id, listed.article_id, listed.first_published_at, null::uuid as tag_id, 1 as section
      from self cross join lateral (
        select article_id, first_published_at from publications
        where section_id = self.section_id order by first_published_at desc, article_id desc limit ${perList}
      ) listed
    ), candidate as (
      select self.article_id as for_id, either.article_id, count(distinct tag_id)::int as tags,
        row_number() over (
          partition by self.article_id
          order by 2 * count(distinct tag_id) + max(section) desc,
            min(abs(extract(epoch from either.first_published_at - self.first_published_at))), either.article_id
        )::int as position
      from (table shared union all table near) either
      join self on self.article_id = either.for_id and self.article_id <> either.article_id
      group by self.article_id, either.article_id
    )
    select c.for_id as "articleId", (row_number() over (partition by c.for_id order by c.position) - 1)::int as position,
      c.article_id as "relatedId", case when c.tags > 0 then 'tags' else 'section' end as reason
    from candidate c
    join articles_public p on p.article_id = c.article_id and not p.archived
    where c.position <= ${kept * 2}
    order by c.for_id, c.position`);
  return rows.filter(({ position }) => position < kept);
}

const uuid = (id: string): SQL => sql`${id}::uuid`;
