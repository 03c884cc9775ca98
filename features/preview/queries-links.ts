import 'server-only';
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { previewLinks } from '#db/schema/preview.ts';
import { users } from '#db/schema/user.ts';
import { canArticle } from '#features/article/policy.ts';
import type { PreviewLink } from '#features/preview/dto.ts';
import type { Actor } from '#features/user/actor.ts';

/** Of a link: neither ended nor run out. */
export const stillOpen = and(isNull(previewLinks.endedAt), gt(previewLinks.expiresAt, sql`now()`));

/** How many are shown; those that run out last come first. All of them can be ended, shown or not. */
const atMost = 50;

/** The links of a story that are open, for who may make and end them; none for anybody else. */
export async function listPreviewLinks(actor: Actor, articleId: string): Promise<PreviewLink[]> {
  const [article] = await database()
    .select({ createdBy: articles.createdBy })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!(article && canArticle(actor, 'edit', article))) return [];
  return database()
    .select({
      id: previewLinks.id,
      madeBy: users.name,
      createdAt: previewLinks.createdAt,
      expiresAt: previewLinks.expiresAt,
    })
    .from(previewLinks)
    .leftJoin(users, eq(users.id, previewLinks.createdBy))
    .where(and(eq(previewLinks.articleId, articleId), stillOpen))
    .orderBy(desc(previewLinks.expiresAt))
    .limit(atMost);
}

/** Removes links that ran out a month ago. Who made and ended them stays in the audit log. */
export async function forgetPreviewLinks(): Promise<void> {
  await database().delete(previewLinks).where(lt(previewLinks.expiresAt, sql`now() - interval '30 days'`));
}
