import 'server-only';
import { eq, sql } from 'drizzle-orm';
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

interface Candidate extends Record<string, unknown> {
  id: string;
  reason: RelatedReason;
}

/**
 * Works out which stories are related to one, and anew for each of those, since the new story may belong to theirs.
 * Shared tags count most, then the section, then nearness in time. Pages that show a changed list are purged.
 */
export async function relateArticle(articleId: string): Promise<void> {
  const neighbours = await database().transaction((tx) => candidatesFor(tx, articleId));
  for (const id of [articleId, ...neighbours.map((neighbour) => neighbour.id)]) await relateOne(id);
}

async function relateOne(articleId: string): Promise<void> {
  const purge = await database().transaction(async (tx): Promise<Purge | null> => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${articleId}, 1))`);
    const candidates = await candidatesFor(tx, articleId);
    const before = await tx
      .select({ id: related.relatedId })
      .from(related)
      .where(eq(related.articleId, articleId))
      .orderBy(related.position);
    if (before.map(({ id }) => id).join() === candidates.map(({ id }) => id).join()) return null;
    await tx.delete(related).where(eq(related.articleId, articleId));
    if (candidates.length > 0) {
      await tx
        .insert(related)
        .values(candidates.map(({ id, reason }, position) => ({ articleId, position, relatedId: id, reason })));
    }
    const change: Purge = { kind: 'refresh', tags: [cacheTags.related(articleId)] };
    await writePurge(tx, change);
    return change;
  });
  if (purge) purgeLocally(purge);
}

function candidatesFor(tx: Transaction, articleId: string): Promise<Candidate[]> {
  return tx.execute<Candidate & Record<string, unknown>>(sql`
    with self as (
      select publication_id, article_id, section_id, first_published_at from articles_public
      where article_id = ${articleId}
    ), shared as (
      select listed.article_id, count(*)::int as tags
      from self
      join publication_tags own on own.publication_id = self.publication_id
      cross join lateral (
        select article_id from publication_tags
        where tag_id = own.tag_id order by first_published_at desc, article_id desc limit ${perList}
      ) listed
      group by listed.article_id
    ), near as (
      select listed.article_id
      from self cross join lateral (
        select article_id from articles_public
        where section_id = self.section_id order by first_published_at desc, article_id desc limit ${perList}
      ) listed
    ), candidate as (
      select article_id, max(tags) as tags from (
        select article_id, tags from shared union all select article_id, 0 from near
      ) either group by article_id
    )
    select p.article_id as id, case when c.tags > 0 then 'tags' else 'section' end as reason
    from candidate c
    join articles_public p on p.article_id = c.article_id and not p.archived
    cross join self
    where p.article_id <> self.article_id
    order by 2 * c.tags + (p.section_id = self.section_id)::int desc,
      abs(extract(epoch from p.first_published_at - self.first_published_at)), p.article_id
    limit ${kept}`) as unknown as Promise<Candidate[]>;
}
