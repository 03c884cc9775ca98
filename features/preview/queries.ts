import 'server-only';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, revisions } from '#db/schema/article.ts';
import { previewLinks } from '#db/schema/preview.ts';
import { publications } from '#db/schema/publication.ts';
import { users } from '#db/schema/user.ts';
import { resolveArticle } from '#features/article/desk-queries.ts';
import { canArticle } from '#features/article/policy.ts';
import { finishDraft } from '#features/draft/model-finish.ts';
import { contentOfNewestRevision } from '#features/draft/queries-content.ts';
import { readDraft } from '#features/draft/queries-draft.ts';
import type { Actor } from '#features/user/actor.ts';
import { systemActor } from '#features/user/actor.ts';
import { recordPrivate } from '#lib/trace.ts';
import { detailOfWords } from './detail-of-words.ts';
import type { PreviewAtAddress } from './dto.ts';
import { previewState } from './model.ts';
import { stillOpen } from './queries-links.ts';
import { readLink } from './token.ts';

/**
 * The story that a preview's address names, by its newest words: the working copy, else the newest revision. Whatever
 * comes of it is one reader's own and kept by nobody.
 */
export async function readPreview(token: string): Promise<PreviewAtAddress> {
  recordPrivate();
  const linkId = readLink(token);
  if (!linkId) return { found: 'nothing' };
  const link = await findOpenLink(linkId);
  if (!link) return { found: 'ended' };
  const { articleId, expiresAt } = link;
  const [story, words, publication] = await Promise.all([
    resolveArticle(articleId),
    readNewestWords(articleId),
    findPublication(articleId),
  ]);
  if (story.standing === 'killed') return { found: 'ended' };
  const result = finishDraft(words.content);
  const { article, picturesToCome } = await detailOfWords({ ...words, articleId, state: story.state, publication });
  return {
    found: 'preview',
    preview: {
      article,
      state: previewState(story.standing, words.revisionId !== null && words.revisionId === publication?.revisionId),
      savedAt: words.savedAt,
      expiresAt,
      unfinished: 'unfinished' in result ? result.unfinished.map(({ sentence }) => sentence) : [],
      picturesToCome,
    },
  };
}

/** A link that is open and has, with the rights of who made it as they are now, still something to show. */
async function findOpenLink(id: string): Promise<{ articleId: string; expiresAt: Date } | null> {
  const { articleId, expiresAt, createdBy } = previewLinks;
  const [link] = await database()
    .select({ articleId, expiresAt, userId: createdBy, writer: articles.createdBy })
    .from(previewLinks)
    .innerJoin(articles, eq(articles.id, articleId))
    .where(and(eq(previewLinks.id, id), stillOpen));
  if (!link) return null;
  const maker = link.userId === null ? systemActor('preview') : await findUser(link.userId);
  return maker && canArticle(maker, 'edit', { createdBy: link.writer }) ? link : null;
}

async function findUser(id: string): Promise<Actor | null> {
  const [user] = await database()
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.suspendedAt)));
  return user ? { kind: 'user', ...user } : null;
}

async function readNewestWords(articleId: string) {
  const draft = await readDraft(database(), articleId);
  if (draft) return { content: draft.content, revisionId: draft.revisionId, savedAt: draft.savedAt };
  const [[newest], content] = await Promise.all([
    database()
      .select({ id: revisions.id, createdAt: revisions.createdAt })
      .from(revisions)
      .where(eq(revisions.articleId, articleId))
      .orderBy(desc(revisions.number))
      .limit(1),
    contentOfNewestRevision(database(), articleId),
  ]);
  return { content, revisionId: newest?.id ?? null, savedAt: newest?.createdAt ?? new Date() };
}

/** The publication in force, else the one that comes or came last. */
async function findPublication(articleId: string) {
  const { revisionId, firstPublishedAt, dateIs, substantiveUpdateAt, effectiveFrom, effectiveTo } = publications;
  const inForce = sql`${effectiveFrom} <= now() and (${effectiveTo} is null or ${effectiveTo} > now())`;
  const [publication] = await database()
    .select({ revisionId, firstPublishedAt, dateIs, substantiveUpdateAt })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(inForce), desc(effectiveFrom))
    .limit(1);
  return publication;
}
