import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { publications } from '#db/schema/publication.ts';
import { canArticle } from '#features/article/policy.ts';
import { embargoArticleInput } from '#features/article/schema.ts';
import { wasSeen } from '#features/article/was-seen.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { announceChange } from '#features/ping/commands/announce-change.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { lockArticle, publicationWindows } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';

/** Hides a story that is public or scheduled until a time, with no copy of it kept meanwhile; or lifts that again. */
export const embargoArticle = defineCommand({
  name: 'article.embargo',
  input: embargoArticleInput,
  allows: (actor) => canArticle(actor, 'embargo', null),
  async run({ tx, actor, input, refresh, destroy, audit }) {
    const article = await lockArticle(tx, actor, 'embargo', input);
    if (input.until && input.until <= new Date()) {
      const problem = 'The embargo would be over already: give a later time.';
      throw new Refusal('invalid', problem, { until: problem });
    }
    const windows = await publicationWindows(tx, article.id);
    const ids = windows.filter(({ standing }) => standing !== 'past').map(({ id }) => id);
    if (ids.length === 0) throw new Refusal('conflict', 'This article is not published.');
    // Versions that gave way still bear the embargo of their time: left there, the next one would inherit it.
    const held = windows.filter(({ embargoUntil }) => embargoUntil && embargoUntil > new Date()).map(({ id }) => id);
    const under = [...new Set([...ids, ...held])];
    await tx
      .update(publications)
      .set({ embargoUntil: input.until, seenBefore: sql`${publications.seenBefore} or (${wasSeen})` })
      .where(inArray(publications.id, under));
    const version = await changeArticle(tx, article);
    await announceChange(tx, { articleId: article.id, version }, input.until);
    destroy([cacheTags.article(article.id)]);
    refresh(await pagesOf(tx, article.id, ids));
    audit({ subjectKind: 'article', subjectId: article.id, details: { until: input.until } });
    return { articleId: article.id, version };
  },
});
