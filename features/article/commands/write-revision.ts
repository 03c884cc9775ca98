import 'server-only';
import { eq, max } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { revisionBylines, revisions, revisionTags } from '#db/schema/article.ts';
import type { articleContent } from '#features/article/schema.ts';
import { slugify } from '#features/article/slug.ts';
import { bodyText, wordCount } from '#features/body/model.ts';
import { searchConfigurationFor } from '#features/search/model.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { renderWithPictures } from './rerender-bodies.ts';

/** Adds the next revision of an article, its body rendered once and for all. Returns the revision's id and number. */
export async function writeRevision(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  content: z.output<typeof articleContent>,
): Promise<{ revisionId: string; number: number }> {
  const { body, tagIds, bylineIds, slug, ...plain } = content;
  const [newest] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.articleId, articleId));
  const number = (newest?.number ?? 0) + 1;
  const rendered = await renderWithPictures(tx, body, content.language);
  const [revision] = await tx
    .insert(revisions)
    .values({
      ...plain,
      articleId,
      number,
      slug: slug ?? slugify(content.headline),
      body,
      bodyText: bodyText(body),
      bodyHtml: rendered.html,
      rendererVersion: rendered.version,
      wordCount: wordCount(body, content.language),
      searchConfiguration: searchConfigurationFor(content.language),
      createdBy: userIdOf(actor),
    })
    .returning({ id: revisions.id });
  const revisionId = (revision as { id: string }).id;
  if (tagIds.length > 0) {
    await tx.insert(revisionTags).values(tagIds.map((tagId, position) => ({ revisionId, tagId, position })));
  }
  if (bylineIds.length > 0) {
    await tx
      .insert(revisionBylines)
      .values(bylineIds.map((bylineId, position) => ({ revisionId, bylineId, position })));
  }
  return { revisionId, number };
}
