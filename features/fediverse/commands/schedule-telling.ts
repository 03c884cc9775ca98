import 'server-only';
import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';

/** Has followers told what became of a story, where the site can be followed or they know the story. */
export async function scheduleTelling(tx: Queryable, articleId: string, runAt?: Date): Promise<void> {
  const [row] = await tx.execute<{ concerned: boolean }>(sql`
    select exists (select from settings where key = 'fediverse' and value = '"on"'::jsonb)
      or exists (select from fediverse_stories where article_id = ${articleId} and publication_id is not null) as concerned`);
  if (!row?.concerned) return;
  await enqueueJob(tx, 'tell-followers', { articleId }, { key: `tell:${articleId}`, runAt, queue: 'fediverse' });
}
