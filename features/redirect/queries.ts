import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { redirects } from '#db/schema/redirect.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';
import { follow, sectionPathOf } from './model.ts';

/** An address that leads elsewhere: the old path decoded, the target percent-encoded. */
export interface RedirectRow {
  readonly path: string;
  readonly target: string;
  readonly createdAt: Date;
}

/**
 * Where a path (decoded, beginning with a slash) leads by a redirect, percent-encoded; null when there is none. A
 * redirect of a section's page holds for everything under it.
 */
export async function findRedirect(path: string): Promise<string | null> {
  recordTags(cacheTags.redirects);
  const wanted = path.normalize('NFC');
  const rows = await database()
    .select({ path: redirects.path, target: redirects.target })
    .from(redirects)
    .where(inArray(redirects.path, [...new Set([wanted, sectionPathOf(wanted)])]));
  return follow(wanted, rows);
}

/** Every redirect, by its path. */
export function listRedirects(): Promise<RedirectRow[]> {
  const { path, target, createdAt } = redirects;
  return database().select({ path, target, createdAt }).from(redirects).orderBy(asc(path));
}
