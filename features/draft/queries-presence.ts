import 'server-only';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { articleEditors } from '#db/schema/draft.ts';
import { users } from '#db/schema/user.ts';
import { presenceSeconds } from './model-presence.ts';

/** Somebody who has a story open. */
export interface EditorHere {
  readonly id: string;
  readonly name: string;
}

/** Who has each of these stories open now, by the story's id; stories that nobody has open are left out. */
export async function editorsOf(
  articleIds: readonly string[],
  db: Queryable = database(),
): Promise<ReadonlyMap<string, readonly EditorHere[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .select({ articleId: articleEditors.articleId, id: users.id, name: users.name })
    .from(articleEditors)
    .innerJoin(users, eq(users.id, articleEditors.userId))
    .where(
      and(
        inArray(articleEditors.articleId, [...articleIds]),
        gt(articleEditors.seenAt, sql`now() - make_interval(secs => ${presenceSeconds})`),
        isNull(users.suspendedAt),
      ),
    )
    .orderBy(asc(users.name));
  const byArticle = new Map<string, EditorHere[]>();
  for (const { articleId, id, name } of rows) {
    byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), { id, name }]);
  }
  return byArticle;
}
