import 'server-only';
import { inArray } from 'drizzle-orm';
import { translations } from '#db/schema/translation.ts';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { idsOfSet } from '#features/translation/queries-set.ts';
import { unlinkTranslationInput } from '#features/translation/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';
import { lockTranslations } from './link-translation.ts';

/** Takes a story out from among its translations, which stay those of each other. */
export const unlinkTranslation = defineCommand({
  name: 'translation.unlink',
  input: unlinkTranslationInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input, refresh, audit }) {
    await lockTranslations(tx);
    const { articleId } = input;
    await lockArticle(tx, actor, 'edit', input);
    const ids = await idsOfSet(tx, articleId);
    if (ids.length === 1) throw new Refusal('not_found', 'This story has no translations any more.');
    // One that is left alone is nobody's translation.
    const leaving = ids.length === 2 ? ids : [articleId];
    await tx.delete(translations).where(inArray(translations.articleId, leaving));
    refresh(ids.map(cacheTags.article));
    audit({ subjectKind: 'article', subjectId: articleId });
    return { articleId };
  },
});
