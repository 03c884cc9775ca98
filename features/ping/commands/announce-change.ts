import 'server-only';
import type { Transaction } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';

/**
 * Has those told outside that a story changes for readers, at once or at a moment that is set; `version` is that of the
 * story after the change. Whom, if anybody, the settings say when that moment has come.
 */
export async function announceChange(
  tx: Transaction,
  { articleId, version }: { articleId: string; version: number },
  moment: Date | null = null,
): Promise<void> {
  const key = `announce:${articleId}:${version}:${moment?.getTime() ?? 'now'}`;
  await enqueueJob(tx, 'announce-change', { articleId }, moment ? { key, runAt: moment } : { key });
}
