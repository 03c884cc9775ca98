import { Logger, parseCrontab, run, type TaskList } from 'graphile-worker';
import { closeDatabase, database } from '#db/client.ts';
import { enqueueJob, type JobPayloads } from '#db/jobs.ts';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { addUpArchivesTask } from './tasks/add-up-archives.ts';
import { announceChangeTask } from './tasks/announce-change.ts';
import { catchUpFollowersTask } from './tasks/catch-up-followers.ts';
import { deliverActivityTask } from './tasks/deliver-activity.ts';
import { divideSitemapTask } from './tasks/divide-sitemap.ts';
import { indexSearchTask } from './tasks/index-search.ts';
import { keepHouseTask } from './tasks/keep-house.ts';
import { prepareOutdatedTask } from './tasks/prepare-outdated.ts';
import { preparePictureTask } from './tasks/prepare-picture.ts';
import { refreshRankingsTask } from './tasks/refresh-rankings.ts';
import { relateArticleTask } from './tasks/relate-article.ts';
import { renewStoriesWithTask } from './tasks/renew-stories-with.ts';
import { rerenderBodiesTask } from './tasks/rerender-bodies.ts';
import { sendInvitationTask } from './tasks/send-invitation.ts';
import { sendPingTask } from './tasks/send-ping.ts';
import { sendResetTask } from './tasks/send-reset.ts';
import { tellFollowersTask } from './tasks/tell-followers.ts';

const tasks: Record<keyof JobPayloads, TaskList[string]> = {
  'relate-article': relateArticleTask,
  'keep-house': keepHouseTask,
  'divide-sitemap': divideSitemapTask,
  'add-up-archives': addUpArchivesTask,
  'refresh-rankings': refreshRankingsTask,
  'index-search': indexSearchTask,
  'rerender-bodies': rerenderBodiesTask,
  'prepare-picture': preparePictureTask,
  'prepare-outdated': prepareOutdatedTask,
  'renew-stories-with': renewStoriesWithTask,
  'send-invitation': sendInvitationTask,
  'send-reset': sendResetTask,
  'announce-change': announceChangeTask,
  'send-ping': sendPingTask,
  'tell-followers': tellFollowersTask,
  'catch-up-followers': catchUpFollowersTask,
  'deliver-activity': deliverActivityTask,
};

/** What a worker says of each job is of interest only to who looks for a fault. */
const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

const logger = new Logger(() => (level, message) => {
  log[levels[level]]({ part: 'worker' }, message);
});

/** The worker: a process of its own that does what need not be done before somebody is answered. */
const runner = await run({
  connectionString: env().DATABASE_APP_URL ?? env().DATABASE_URL,
  taskList: tasks as TaskList,
  parsedCronItems: parseCrontab(`
    17 3 * * * keep-house
    23 * * * * divide-sitemap
    */10 * * * * add-up-archives
    * * * * * refresh-rankings`),
  concurrency: 2,
  noHandleSignals: true,
  logger,
});
// A new version of the site may have brought a new renderer.
await enqueueJob(database(), 'rerender-bodies', {}, { key: 'rerender-bodies' });
await enqueueJob(database(), 'prepare-outdated', {}, { key: 'prepare-outdated' });
await enqueueJob(database(), 'divide-sitemap', {}, { key: 'divide-sitemap' });
await enqueueJob(database(), 'add-up-archives', {}, { key: 'add-up-archives' });
// What an earlier version published, or a copy brought in, may not be in the search.
await enqueueJob(database(), 'index-search', {}, { key: 'index-search' });
log.info({ part: 'worker' }, 'the worker is ready');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void runner.stop().then(() => closeDatabase()));
}
await runner.promise;
