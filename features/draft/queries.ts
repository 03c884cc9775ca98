import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { articles, revisions } from '#db/schema/article.ts';
import { bylines } from '#db/schema/byline.ts';
import { tags } from '#db/schema/tag.ts';
import { users } from '#db/schema/user.ts';
import { articleVerbs, canArticle } from '#features/article/policy.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import type { Choosable, EditedArticle } from './dto.ts';
import type { StoredDraft } from './model.ts';
import { contentOfNewestRevision } from './queries-content.ts';
import { readDraft } from './queries-draft.ts';
import { readWindows } from './queries-windows.ts';
import type { DraftContent } from './schema.ts';

/** A story as its editor opens it. Throws 'not_found', and 'forbidden' for a story that is not the actor's to write. */
export async function readEditedArticle(actor: Actor, articleId: string): Promise<EditedArticle> {
  if (!z.uuid().safeParse(articleId).success) throw new Refusal('not_found', 'There is no such article.');
  const [article] = await database()
    .select({
      id: articles.id,
      state: articles.state,
      createdBy: articles.createdBy,
      writer: users.name,
      newestRevision: sql<number>`coalesce(
        (select max(r.number) from ${revisions} r where r.article_id = ${articles}.id), 0)`,
    })
    .from(articles)
    .leftJoin(users, eq(users.id, articles.createdBy))
    .where(eq(articles.id, articleId));
  if (!article) throw new Refusal('not_found', 'There is no such article.');
  if (!canArticle(actor, 'edit', article)) throw new Refusal('forbidden', 'You may not edit this article.');
  const [{ stored, hasUnkeptWords }, windows] = await Promise.all([readStored(articleId), readWindows(articleId)]);
  const { id, state, writer, newestRevision } = article;
  return {
    ...{ id, state, writer, newestRevision, hasUnkeptWords, ...windows },
    draft: stored,
    may: Object.fromEntries(
      articleVerbs.map((verb) => [verb, canArticle(actor, verb, article)]),
    ) as EditedArticle['may'],
  };
}

/** The words of a working copy, or of the newest revision where nobody has begun one. */
async function readStored(articleId: string): Promise<{ stored: StoredDraft; hasUnkeptWords: boolean }> {
  const draft = await readDraft(database(), articleId);
  if (!draft) {
    const content = await contentOfNewestRevision(database(), articleId);
    return { stored: { version: 0, content, savedBy: null, savedAt: null }, hasUnkeptWords: false };
  }
  const { version, content, savedByName, savedAt, revisionId } = draft;
  const stored = { version, content, savedBy: savedByName, savedAt: savedAt.toISOString() };
  return { stored, hasUnkeptWords: revisionId === null };
}

/** The names of the tags and bylines that a working copy names, in its order; those that are gone are left out. */
export async function readChosenTerms(content: DraftContent): Promise<{ tags: Choosable[]; bylines: Choosable[] }> {
  const [topics, people] = await Promise.all([
    content.tagIds.length === 0
      ? []
      : database().select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.id, content.tagIds)),
    content.bylineIds.length === 0
      ? []
      : database()
          .select({ id: bylines.id, name: bylines.name })
          .from(bylines)
          .where(inArray(bylines.id, content.bylineIds)),
  ]);
  return { tags: inOrder(topics, content.tagIds), bylines: inOrder(people, content.bylineIds) };
}

function inOrder(rows: readonly Choosable[], ids: readonly string[]): Choosable[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
