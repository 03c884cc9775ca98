import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { translations } from '#db/schema/translation.ts';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { clash } from '#features/translation/model.ts';
import { idsOfSet, wordsOfSet } from '#features/translation/queries-set.ts';
import { linkTranslationInput } from '#features/translation/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';

/** Says of two stories that they are translations of each other, and so of all that either was linked with before. */
export const linkTranslation = defineCommand({
  name: 'translation.link',
  input: linkTranslationInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input, refresh, audit }) {
    await lockTranslations(tx);
    const { articleId, otherId } = input;
    for (const one of [articleId, otherId].toSorted()) {
      const { state } = await lockArticle(tx, actor, 'edit', { articleId: one });
      if (state === 'killed') throw new Refusal('conflict', 'A story that was killed has no translations.');
      if (state === 'stub') throw new Refusal('conflict', 'A headline seen elsewhere has no translations here.');
    }
    const ids = [...new Set([...(await idsOfSet(tx, articleId)), ...(await idsOfSet(tx, otherId))])];
    const stories = (await wordsOfSet(tx, ids)).filter(({ state }) => state !== 'killed');
    const same = clash(stories);
    if (same) {
      const [one, other] = same.map(({ headline }) => headline || 'a story without a headline');
      const sentence = `“${one}” and “${other}” are in one language (${same[0].language}): a translation is in another.`;
      throw new Refusal('conflict', sentence);
    }
    const setId = randomUUID();
    await tx
      .insert(translations)
      .values(ids.map((id) => ({ articleId: id, setId })))
      .onConflictDoUpdate({ target: translations.articleId, set: { setId } });
    refresh(ids.map(cacheTags.article));
    const other = stories.find(({ id }) => id === otherId);
    audit({ subjectKind: 'article', subjectId: articleId, details: { with: other?.headline } });
    return { articleId, otherId };
  },
});

/** One at a time: two links that join sets would each overwrite what the other read. */
export async function lockTranslations(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('translations'))`);
}
