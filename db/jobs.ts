import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** The jobs that exist, and what each is given. jobs/worker.ts has one file for each. */
export interface JobPayloads {
  'relate-article': { articleId: string };
  'keep-house': Record<string, never>;
  'divide-sitemap': Record<string, never>;
  'add-up-archives': Record<string, never>;
  'refresh-rankings': Record<string, never>;
  'index-search': Record<string, never>;
  'send-invitation': { invitationId: string };
  'send-reset': { email: string };
  'rerender-bodies': Record<string, never>;
  'prepare-picture': { assetId: string };
  'prepare-outdated': Record<string, never>;
  'renew-stories-with': { assetId: string };
  'announce-change': { articleId: string };
  'send-ping': { pingId: string };
  'tell-followers': { articleId: string };
  'catch-up-followers': Record<string, never>;
  'deliver-activity': { activityId: string };
}

/**
 * Puts a job into the queue, in the transaction of the change that asks for it. A job with the same key that has not
 * begun is replaced, so that many changes in a row are worked off once. The jobs of one `queue` run one after the other.
 */
export async function enqueueJob<Name extends keyof JobPayloads>(
  tx: Queryable,
  name: Name,
  payload: JobPayloads[Name],
  options: { key: string; runAt?: Date; queue?: string },
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}::text, payload => ${JSON.stringify(payload)}::json, job_key => ${options.key}::text,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.runAt?.toISOString() ?? null}::timestamptz)`);
}
