import 'server-only';
import { and, desc, eq, exists, gt, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { publicationBylines, publications, publicationTags } from '#db/schema/publication.ts';
import type { ListScope } from '#features/article/lists.ts';
import { wasSeen } from '#features/article/was-seen.ts';
import { type Tombstone, tombstones } from '#features/feed/model.ts';
import { recordLastModified, recordValidUntil } from '#lib/trace.ts';

/**
 * The stories of a list that were killed within the last days, the last one first. Those that no reader ever saw are
 * left out: nobody holds a copy of them.
 */
export async function listTombstones(scope: ListScope): Promise<Tombstone[]> {
  const { id, state, changedAt } = articles;
  const stood = database()
    .select({ one: sql`1` })
    .from(publications)
    .where(and(eq(publications.articleId, id), wasSeen, within(scope)));
  const rows = await database()
    // A story that was killed is not changed any more.
    .select({ id, killedAt: changedAt })
    .from(articles)
    .where(
      and(eq(state, 'killed'), gt(changedAt, sql`now() - ${tombstones.days}::int * interval '1 day'`), exists(stood)),
    )
    .orderBy(desc(changedAt), desc(id))
    .limit(tombstones.most);
  for (const { killedAt } of rows) recordLastModified(killedAt);
  const oldest = rows.at(-1);
  if (oldest) recordValidUntil(new Date(oldest.killedAt.getTime() + tombstones.days * 86_400_000));
  return rows;
}

/** Whether a publication stood in the list. */
function within(scope: ListScope): SQL | undefined {
  switch (scope.of) {
    case 'site':
      return undefined;
    case 'sections':
      return sql`${publications.sectionId} in ${scope.ids}`;
    case 'tag':
      return sql`exists (select from ${publicationTags} where ${publicationTags.publicationId} = ${publications.id}
        and ${publicationTags.tagId} = ${scope.id})`;
    case 'byline':
      return sql`exists (select from ${publicationBylines} where ${publicationBylines.publicationId} = ${publications.id}
        and ${publicationBylines.bylineId} = ${scope.id})`;
  }
}
