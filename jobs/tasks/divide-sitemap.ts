import type { Task } from 'graphile-worker';
import { divideSitemap } from '#features/sitemap/commands/divide-sitemap.ts';

/** Every hour, and when the worker starts: crowded months of the sitemap are divided. */
export const divideSitemapTask: Task = async (_, { logger }) => {
  const months = await divideSitemap();
  if (months > 0) logger.info(`${months} months of the sitemap were divided`);
};
