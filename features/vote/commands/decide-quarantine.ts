import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { voteQuarantines } from '#db/schema/vote.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { userIdOf } from '#features/user/actor.ts';
import { moveVotes } from '#features/vote/move-votes.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { Refusal } from '#lib/errors.ts';
import { quarantineDecisions } from '#lib/vocabulary.ts';

/** Judges a burst of votes, once: accepted, they count; rejected, they and what follows them today stay out for good. */
export const decideQuarantine = defineCommand({
  name: 'vote.judge',
  input: z.object({ quarantineId: z.uuid(), decision: z.enum(quarantineDecisions) }),
  allows: (actor) => canManage(actor, 'vote'),
  async run({ tx, actor, input: { quarantineId, decision }, refresh, audit }) {
    // Votes that are being committed hold the row's lock: they are waited for, and moved with the others.
    const [quarantine] = await tx
      .update(voteQuarantines)
      .set({ decision, decidedAt: sql`now()`, decidedBy: userIdOf(actor) })
      .where(and(eq(voteQuarantines.id, quarantineId), isNull(voteQuarantines.decision)))
      .returning({ articleId: voteQuarantines.articleId });
    if (!quarantine) throw new Refusal('conflict', 'These votes were judged already: load the page again.');
    const { articleId } = quarantine;
    const which = sql`quarantine_id = ${quarantineId}::uuid`;
    const votes = decision === 'accepted' ? await moveVotes(tx, { articleId, which, into: null }) : 0;
    if (votes > 0) refresh([cacheTags.article(articleId)]);
    audit({ subjectKind: 'article', subjectId: articleId, details: { decision, votes } });
    return { articleId, decision, votes };
  },
});
