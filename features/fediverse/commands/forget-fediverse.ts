import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';

/**
 * Forgets what is over: the ids of what came a day ago, deliveries of a month ago, and followers whose server has taken
 * nothing for two weeks, though it was tried to the end.
 */
export async function forgetFediverse(): Promise<void> {
  await database().execute(sql`delete from fediverse_received where received_at < now() - interval '1 day'`);
  await database().execute(sql`
    delete from fediverse_followers f
    where exists (select from fediverse_deliveries d where d.inbox = coalesce(f.shared_inbox, f.inbox)
        and d.state = 'failed' and d.changed_at < now() - interval '14 days')
      and not exists (select from fediverse_deliveries d where d.inbox = coalesce(f.shared_inbox, f.inbox)
        and d.state = 'taken' and d.changed_at > now() - interval '14 days')`);
  await database().execute(sql`delete from fediverse_activities where created_at < now() - interval '30 days'`);
}
