import 'server-only';
import { z } from 'zod';
import { tallies } from '#db/schema/vote.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';

/** Notes what was counted elsewhere before a story came here. It stands apart from the ledger, and readers are told. */
export const importVotes = defineCommand({
  name: 'vote.import',
  input: z.object({ articleId: z.uuid(), importedVotes: z.number().int().min(0).max(2_000_000_000) }),
  allows: (actor) => canManage(actor, 'settings'),
  async run({ tx, input, refresh, audit }) {
    const { articleId, importedVotes } = input;
    await tx
      .insert(tallies)
      .values({ articleId, importedVotes })
      .onConflictDoUpdate({ target: tallies.articleId, set: { importedVotes } });
    refresh([cacheTags.article(articleId)]);
    audit({ subjectKind: 'article', subjectId: articleId, details: { importedVotes } });
    return input;
  },
});
