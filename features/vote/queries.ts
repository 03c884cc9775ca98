import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { tallies, votes } from '#db/schema/vote.ts';
import type { Tally } from '#features/vote/dto.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** The tally of a public story, or null where there is none. A page that shows it lives as long as the story's. */
export async function readTally(articleId: string): Promise<Tally | null> {
  recordTags(cacheTags.article(articleId));
  const [row] = await database()
    .select({
      articleId: articlesPublic.articleId,
      votes: sql<number>`coalesce(${tallies.votes}, 0)`,
      importedVotes: sql<number>`coalesce(${tallies.importedVotes}, 0)`,
    })
    .from(articlesPublic)
    .leftJoin(tallies, eq(tallies.articleId, articlesPublic.articleId))
    .where(eq(articlesPublic.articleId, articleId));
  return row ?? null;
}

/** How this reader's vote for the story stands, and whether it waits for a judgement; null where there never was one. */
export async function readStanding(
  articleId: string,
  voterId: string,
): Promise<{ standing: boolean; held: boolean } | null> {
  const [row] = await database()
    .select({
      standing: votes.standing,
      held: sql<boolean>`${votes.standing} and ${votes.quarantineId} is not null`,
    })
    .from(votes)
    .where(and(eq(votes.articleId, articleId), eq(votes.voterId, voterId)));
  return row ?? null;
}
