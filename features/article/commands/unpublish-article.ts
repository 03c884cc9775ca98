import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import { publications } from '#db/schema/publication.ts';
import { canArticle } from '#features/article/policy.ts';
import { unpublishArticleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { announceChange } from '#features/ping/commands/announce-change.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { endPublications } from './end-publications.ts';
import { lockArticle, publicationWindows } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';
import { refusePast } from './refuse-past.ts';
import { standingEmbargo } from './standing-embargo.ts';

/** Takes a story out of the public, at once (it is a draft again) or at a time. Its address answers 410 from then on. */
export const unpublishArticle = defineCommand({
  name: 'article.unpublish',
  input: unpublishArticleInput,
  allows: (actor) => canArticle(actor, 'unpublish', null),
  async run({ tx, actor, input, refresh, destroy, audit }) {
    const article = await lockArticle(tx, actor, 'unpublish', input);
    const windows = (await publicationWindows(tx, article.id)).filter(({ standing }) => standing !== 'past');
    if (windows.length === 0) throw new Refusal('conflict', 'This article is not published.');
    // Plans that are given up take their embargo with them, and the next publication would be free of it.
    if (standingEmbargo(windows) && !canArticle(actor, 'embargo', article)) {
      throw new Refusal('forbidden', 'The story is under embargo: only an editor can unpublish it.');
    }
    const pages = await pagesOf(
      tx,
      article.id,
      windows.map(({ id }) => id),
    );
    await refusePast(tx, input.at, new Date());
    const scheduled = input.at && input.at > new Date() ? input.at : null;
    if (scheduled) {
      const never = windows.filter(({ effectiveFrom }) => effectiveFrom >= scheduled).map(({ id }) => id);
      if (never.length > 0) await tx.delete(publications).where(inArray(publications.id, never));
      const last = windows.filter(({ effectiveFrom }) => effectiveFrom < scheduled).at(-1);
      if (!last)
        throw new Refusal('invalid', 'The story is not public before that time: unpublish it at once instead.');
      await tx.update(publications).set({ effectiveTo: scheduled }).where(eq(publications.id, last.id));
      refresh(pages);
    } else {
      await endPublications(tx, windows);
      destroy([cacheTags.article(article.id)]);
      refresh(pages);
    }
    const version = await changeArticle(tx, article, scheduled ? article.state : 'draft');
    await announceChange(tx, { articleId: article.id, version }, scheduled);
    audit({ subjectKind: 'article', subjectId: article.id, details: { at: scheduled ?? 'now' } });
    return { articleId: article.id, version };
  },
});
