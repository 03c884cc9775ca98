import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { voteQuarantines } from '#db/schema/vote.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { moveVotes } from '#features/vote/move-votes.ts';
import { cacheTags } from '#lib/cache-tags.ts';

/**
 * Takes the votes of a burst out of the tally and has those that follow from the same network held too, until an editor
 * has judged it; where one has accepted the network's votes for this story today, nothing is held. Gives whether they are.
 */
export const holdBurst = defineCommand({
  name: 'vote.hold',
  input: z.object({ articleId: z.uuid(), network: z.string().min(1), voterIds: z.array(z.uuid()).max(5000) }),
  allows: (actor) => actor.kind === 'system',
  async run({ tx, input: { articleId, network, voterIds }, refresh, audit }) {
    const opened = await tx
      .insert(voteQuarantines)
      .values({ articleId, network })
      .onConflictDoNothing()
      .returning({ id: voteQuarantines.id });
    const [quarantine] = await tx
      .select({ id: voteQuarantines.id, decision: voteQuarantines.decision })
      .from(voteQuarantines)
      .where(and(eq(voteQuarantines.articleId, articleId), eq(voteQuarantines.network, network)))
      .for('share');
    if (!quarantine || quarantine.decision === 'accepted') return { held: false, votes: 0 };
    const which = sql`quarantine_id is null and voter_id = any (${sql.param(voterIds)}::uuid[])`;
    const votes = await moveVotes(tx, { articleId, which, into: quarantine.id });
    if (votes > 0) refresh([cacheTags.article(articleId)]);
    // One line a burst: what else comes of it is in the history of votes.
    if (opened.length > 0) audit({ subjectKind: 'article', subjectId: articleId, details: { votes } });
    return { held: true, votes };
  },
});
