import 'server-only';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { redirects } from '#db/schema/redirect.ts';

/**
 * Where a path (decoded, beginning with a slash) leads by a redirect, percent-encoded; null when there is none. A
 * redirect of a section's page holds for everything under it.
 */
export async function findRedirect(path: string): Promise<string | null> {
  const wanted = path.normalize('NFC');
  const section = `/${wanted.split('/')[1] ?? ''}`;
  const rows = await database()
    .select({ path: redirects.path, target: redirects.target })
    .from(redirects)
    .where(inArray(redirects.path, [...new Set([wanted, section])]));
  const exact = rows.find((row) => row.path === wanted);
  if (exact) return encodeURI(exact.target);
  const [above] = rows;
  return above ? encodeURI(above.target + wanted.slice(section.length)) : null;
}
