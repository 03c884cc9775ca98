import type postgres from 'postgres';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { catchUpFollowers } from '#features/fediverse/commands/catch-up-followers.ts';
import { deliverActivity } from '#features/fediverse/commands/deliver-activity.ts';
import { tellFollowers } from '#features/fediverse/commands/tell-followers.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { siteUrl } from '#lib/env.ts';
import { OtherServer } from './other-server.ts';

/** A site with followers on another server, and what a worker would do. */
export async function followedSite(owner: postgres.Sql) {
  const other = await OtherServer.start();
  const sectionId = await sampleSection('followed');

  /** The site can be followed, and nothing has happened. */
  async function reset(): Promise<void> {
    await changeSettings(tester, { fediverse: 'on' });
    await owner`delete from fediverse_followers`;
    await owner`delete from fediverse_activities`;
    await owner`delete from fediverse_inboxes`;
    await owner`delete from graphile_worker._private_jobs`;
    other.arrived.length = 0;
    for (const path of Object.keys(other.answers)) delete other.answers[path];
  }

  async function follow(
    bylineId: string | null,
    inbox = `${other.url}/users/ann/inbox`,
    sharedInbox: string | null = `${other.url}/inbox`,
  ) {
    await owner`insert into fediverse_followers (byline_id, follower, inbox, shared_inbox, follow)
      values (${bylineId}, ${inbox.replace(/\/inbox$/, '')}, ${inbox}, ${sharedInbox}, ${`${inbox}/follow`})`;
  }

  /** Does the jobs that are due, as the worker would, until there are none; or those of one task alone. */
  async function work(only?: string): Promise<void> {
    const run: Record<string, (payload: Record<string, string>) => Promise<void>> = {
      'tell-followers': ({ articleId = '' }) => tellFollowers(articleId),
      'deliver-activity': ({ activityId = '' }) => deliverActivity(activityId, other.network),
      'catch-up-followers': catchUpFollowers,
    };
    for (;;) {
      const [job] = await owner`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where j.id = (select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where j.run_at <= now() and t.identifier = any(${only ? [only] : Object.keys(run)}) order by j.id limit 1) and t.id = j.task_id
        returning t.identifier, j.payload`;
      if (!job) return;
      await run[job.identifier]?.(job.payload);
    }
  }

  /** Lets all that waits be due. */
  const hurry = () => owner`update graphile_worker._private_jobs set run_at = now() where run_at > now()`;

  async function published(content: object = {}, when: object = {}): Promise<string> {
    const { articleId } = await sampleArticle({ sectionId, ...content });
    await publishArticle(tester, { articleId, ...when });
    return articleId;
  }

  async function revise(articleId: string, content: object): Promise<void> {
    const [row] = await owner`select version from articles where id = ${articleId}`;
    const words = { sectionId, headline: 'A story', body: paragraph('Something happened.'), ...content };
    await saveRevision(tester, { articleId, version: row?.version, content: words });
  }

  async function republish(articleId: string, content: object): Promise<void> {
    await revise(articleId, content);
    await publishArticle(tester, { articleId });
  }

  /** What arrived, in its order. */
  const said = () =>
    other.arrived.map(({ path, body }) => {
      const { type, actor, object } = JSON.parse(body);
      return { to: path, type, actor: actor.replace(`${siteUrl()}/fediverse/actors/`, ''), object };
    });
  const states = async () =>
    (await owner`select d.inbox, d.state, d.status, d.answer, d.attempts from fediverse_deliveries d
      join fediverse_activities a on a.id = d.activity_id order by a.id, d.inbox`) as Record<string, unknown>[];

  return { other, reset, follow, work, hurry, published, revise, republish, said, states };
}
