import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { pins } from '#db/schema/pin.ts';
import { publications } from '#db/schema/publication.ts';
import { related } from '#db/schema/related.ts';
import { canArticle } from '#features/article/policy.ts';
import { articleReasonInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { announceChange } from '#features/ping/commands/announce-change.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { endPublications } from './end-publications.ts';
import { lockArticle, publicationWindows } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';

/** Takes a story down for cause and for good: 410, out of every list, and no copy of it kept anywhere. */
export const killArticle = defineCommand({
  name: 'article.kill',
  input: articleReasonInput,
  allows: (actor) => canArticle(actor, 'kill', null),
  async run({ tx, actor, input, refresh, destroy, audit }) {
    const article = await lockArticle(tx, actor, 'kill', input);
    if (article.state === 'killed') throw new Refusal('conflict', 'This article has been killed before.');
    // Past ones too: the lists in which it once stood tell those who hold a copy.
    const windows = await publicationWindows(tx, article.id);
    const pages = await pagesOf(
      tx,
      article.id,
      windows.map(({ id }) => id),
    );
    await endPublications(tx, windows);
    await freeSeen(tx, article.id);
    await tx.delete(pins).where(eq(pins.articleId, article.id));
    await tx.delete(related).where(eq(related.relatedId, article.id));
    const version = await changeArticle(tx, article, 'killed');
    await announceChange(tx, { articleId: article.id, version });
    destroy([cacheTags.article(article.id)]);
    refresh(pages);
    audit({ subjectKind: 'article', subjectId: article.id, details: { reason: input.reason, was: article.state } });
    return { articleId: article.id, version };
  },
});

/** Nothing is left to hide, and whoever saw the story before an embargo is to learn that it is gone. */
async function freeSeen(tx: Transaction, articleId: string): Promise<void> {
  await tx
    .update(publications)
    .set({ embargoUntil: null })
    .where(and(eq(publications.articleId, articleId), publications.seenBefore));
}
