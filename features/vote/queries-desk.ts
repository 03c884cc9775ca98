import 'server-only';
import { desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { users } from '#db/schema/user.ts';
import { voteQuarantines } from '#db/schema/vote.ts';
import type { QuarantineDecision } from '#lib/vocabulary.ts';

/** A burst of votes from one network for one story, as the desk judges it. */
export interface DeskQuarantine {
  readonly id: string;
  readonly articleId: string;
  readonly headline: string;
  readonly openedAt: Date;
  /** Votes that stand and are held by it. */
  readonly votes: number;
  readonly decision: QuarantineDecision | null;
  readonly decidedAt: Date | null;
  /** Null where nobody has judged it, or the machine did. */
  readonly decidedBy: string | null;
}

const mostShown = 100;

/** The bursts that wait for a judgement and the last that were judged, the newest first, 100 at most. */
export function listQuarantines(which: 'waiting' | 'judged'): Promise<DeskQuarantine[]> {
  const { decision } = voteQuarantines;
  return database()
    .select({
      id: voteQuarantines.id,
      articleId: voteQuarantines.articleId,
      headline: articles.headline,
      openedAt: voteQuarantines.openedAt,
      // A story's votes are found by its key; most of them are in no quarantine.
      votes: sql<number>`(
        select count(*)::int from votes v
        where v.article_id = ${voteQuarantines.articleId} and v.quarantine_id = ${voteQuarantines.id} and v.standing)`,
      decision,
      decidedAt: voteQuarantines.decidedAt,
      decidedBy: users.name,
    })
    .from(voteQuarantines)
    .innerJoin(articles, eq(articles.id, voteQuarantines.articleId))
    .leftJoin(users, eq(users.id, voteQuarantines.decidedBy))
    .where(which === 'waiting' ? isNull(decision) : isNotNull(decision))
    .orderBy(desc(voteQuarantines.id))
    .limit(mostShown);
}
