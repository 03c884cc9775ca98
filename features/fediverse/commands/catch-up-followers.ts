import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { scheduleTelling } from '#features/fediverse/commands/schedule-telling.ts';

/** When the site can be followed again, or the first time: what changed meanwhile is told, and what is planned. */
export async function catchUpFollowers(): Promise<void> {
  const stories = await database().execute<{ id: string }>(sql`
    select article_id as id from publications
    where effective_from > now() or effective_to > now() or embargo_until > now()
    union
    select s.article_id from fediverse_stories s left join articles_public p using (article_id)
    where s.publication_id is not null and s.publication_id is distinct from p.publication_id`);
  for (const { id } of stories) await scheduleTelling(database(), id);
}
