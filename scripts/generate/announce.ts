import type postgres from 'postgres';
import { purgeChannel } from '#db/outbox.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import type { Terms } from './terms.ts';

/** Notes the run in the audit log, lets every running page cache drop the lists that have changed, and tells the worker. */
export async function announce(sql: postgres.Sql, terms: Terms, details: Record<string, number>): Promise<void> {
  const tags = new Set([
    ...[cacheTags.latest, cacheTags.front, cacheTags.sections],
    ...terms.sections.flatMap(({ id, topics }) => [
      cacheTags.section(id),
      ...topics.map(({ tagId }) => cacheTags.tag(tagId)),
    ]),
    ...terms.placeTags.map(({ tagId }) => cacheTags.tag(tagId)),
    ...terms.bylineIds.map((id) => cacheTags.byline(id)),
  ]);
  await sql.begin(async (tx) => {
    await tx`insert into audit_log (actor_name, action, subject_kind, subject_id, details)
      values ('command line', 'site.generate', 'site', ${String(details.seed)}, ${tx.json(details)})`;
    const [row] = await tx`insert into purges (kind, tags) values ('refresh', ${[...tags]}) returning id::text`;
    await tx`select graphile_worker.add_job('divide-sitemap', job_key => 'divide-sitemap')`;
    await tx`select graphile_worker.add_job('add-up-archives', job_key => 'add-up-archives')`;
    await tx`select graphile_worker.add_job('keep-house', job_key => 'keep-house')`;
    await tx`select graphile_worker.add_job('index-search', job_key => 'index-search')`;
    await tx`select pg_notify(${purgeChannel}, ${row?.id})`;
  });
}
