import 'server-only';
import { readSettings } from '#features/settings/queries.ts';
import type { Site } from '#features/site/model.ts';
import { siteUrl } from '#lib/env.ts';

/** The site as feeds, sitemaps and metadata name it. */
export async function readSite(): Promise<Site> {
  const { name, description, language, timeZone } = await readSettings();
  return { name, description, language, timeZone, url: siteUrl() };
}
