import 'server-only';
import { database, type Queryable } from '#db/client.ts';
import { settings } from '#db/schema/setting.ts';
import { type SiteSettings, siteSettings } from '#features/settings/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { keptRead } from '#lib/kept-reads.ts';
import { recordTags } from '#lib/trace.ts';

/** The site's settings; in a transaction, as they are there. */
export function readSettings(db?: Queryable): Promise<SiteSettings> {
  return db ? readFrom(db) : readShared();
}

const readShared = keptRead('settings', () => readFrom(database()));

async function readFrom(db: Queryable): Promise<SiteSettings> {
  recordTags(cacheTags.settings);
  const rows = await db.select({ key: settings.key, value: settings.value }).from(settings);
  return siteSettings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}
