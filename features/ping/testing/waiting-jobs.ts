import type postgres from 'postgres';
import { gatherPings } from '#features/ping/commands/gather-pings.ts';

interface Job {
  readonly payload: { articleId?: string; pingId?: string };
  readonly inSeconds: number;
}

/** The jobs of pings that wait in a database, and what the worker does with those that are due. */
export function waitingJobs(owner: postgres.Sql) {
  /** The jobs of a kind, the soonest first. */
  async function jobs(task: 'announce-change' | 'send-ping'): Promise<Job[]> {
    const rows = await owner<Job[]>`
      select payload, extract(epoch from run_at - now())::float as "inSeconds"
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where identifier = ${task} order by run_at`;
    return [...rows];
  }
  return {
    jobs,
    async gatherDue(): Promise<void> {
      for (const { payload, inSeconds } of await jobs('announce-change')) {
        if (inSeconds <= 0) await gatherPings(payload.articleId ?? '');
      }
      await owner`delete from graphile_worker._private_jobs where key like 'announce:%' and run_at <= now()`;
    },
    async pingIds(): Promise<string[]> {
      return (await jobs('send-ping')).map(({ payload }) => payload.pingId ?? '');
    },
  };
}
