import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { corrections } from '#db/schema/correction.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { users } from '#db/schema/user.ts';
import { canArticle } from '#features/article/policy.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import type { DeskCorrection, DeskCorrections } from './dto.ts';

/** The corrections of a story, the newest first, whether or not readers see the story. */
export function listCorrectionsOf(articleId: string): Promise<DeskCorrection[]> {
  const { id, text, createdAt: issuedAt } = corrections;
  return database()
    .select({ id, text, issuedAt, issuedBy: users.name })
    .from(corrections)
    .leftJoin(users, eq(users.id, corrections.createdBy))
    .where(and(eq(corrections.articleId, articleId), isNull(corrections.withdrawnAt)))
    .orderBy(desc(issuedAt));
}

/** For whoever may write in the story. Throws 'forbidden', and 'not_found' for a story that there is not. */
export async function readDeskCorrections(actor: Actor, articleId: string): Promise<DeskCorrections> {
  const [story] = z.uuid().safeParse(articleId).success ? await readStory(articleId) : [];
  if (!story) throw new Refusal('not_found', 'There is no such article.');
  const { headline, publicationId, createdBy } = story;
  if (!canArticle(actor, 'edit', { createdBy })) {
    throw new Refusal('forbidden', 'Only those who may write in a story see its corrections here.');
  }
  const isPublic = publicationId !== null;
  const mayCorrect = canArticle(actor, 'correct', { createdBy });
  return { headline, isPublic, mayCorrect, corrections: await listCorrectionsOf(articleId) };
}

function readStory(articleId: string) {
  return database()
    .select({
      headline: articles.headline,
      createdBy: articles.createdBy,
      publicationId: articlesPublic.publicationId,
    })
    .from(articles)
    .leftJoin(articlesPublic, eq(articlesPublic.articleId, articles.id))
    .where(eq(articles.id, articleId));
}
