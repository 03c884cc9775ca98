import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { articles, revisions } from '#db/schema/article.ts';
import { bylines } from '#db/schema/byline.ts';
import { articleDrafts, articleEditors } from '#db/schema/draft.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { presenceSeconds } from '#features/draft/model-presence.ts';
import { draftContent } from '#features/draft/schema.ts';
import { readSettings } from '#features/settings/queries.ts';
import { userIdOf } from '#features/user/actor.ts';

/** Begins a story with nothing in it but its writer's own byline. One that the same person began and left untouched is taken again. */
export const createDraft = defineCommand({
  name: 'draft.create',
  input: z.object({}),
  allows: (actor) => canArticle(actor, 'create', null),
  async run({ tx, actor, audit }) {
    const createdBy = userIdOf(actor);
    const untouched = createdBy && (await findUntouched(tx, createdBy));
    if (untouched) return { articleId: untouched };
    const [{ language }, bylineIds] = [await readSettings(tx), await ownBylines(tx, createdBy)];
    const [article] = await tx.insert(articles).values({ createdBy }).returning({ id: articles.id });
    const { id: articleId } = article as { id: string };
    const content = draftContent.parse({ language, bylineIds });
    await tx.insert(articleDrafts).values({ articleId, content, saveId: randomUUID(), savedBy: createdBy });
    audit({ subjectKind: 'article', subjectId: articleId });
    return { articleId };
  },
});

/** Under which name this person is credited, where there is one. */
async function ownBylines(tx: Transaction, userId: string | null): Promise<string[]> {
  if (!userId) return [];
  const [own] = await tx
    .select({ id: bylines.id })
    .from(bylines)
    .where(eq(bylines.userId, userId))
    .orderBy(bylines.id)
    .limit(1);
  return own ? [own.id] : [];
}

/** Nothing has been saved into it since, and nobody has it open. */
async function findUntouched(tx: Transaction, createdBy: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(articleDrafts, eq(articleDrafts.articleId, articles.id))
    .where(
      and(
        eq(articles.createdBy, createdBy),
        eq(articles.state, 'draft'),
        eq(articleDrafts.version, 1),
        isNull(articleDrafts.revisionId),
        eq(sql`${articleDrafts.content}->>'headline'`, ''),
        notExists(tx.select({ id: revisions.id }).from(revisions).where(eq(revisions.articleId, articles.id))),
        notExists(
          tx
            .select({ id: articleEditors.userId })
            .from(articleEditors)
            .where(
              and(
                eq(articleEditors.articleId, articles.id),
                gt(articleEditors.seenAt, sql`now() - make_interval(secs => ${presenceSeconds})`),
              ),
            ),
        ),
      ),
    )
    .limit(1);
  return row?.id;
}
