import { cardsById } from '#features/article/cards.ts';
import { articleOfTag, cacheTags } from '#lib/cache-tags.ts';
import { log } from '#lib/log.ts';
import type { Purge } from '#lib/purge.ts';

/** Whoever changes more stories at once than this, as an import does, makes no news of them. */
const most = 5;

/** The addresses of the stories that a purge brought before the public, or brought anew. */
export async function newPages({ kind, tags }: Purge): Promise<readonly string[]> {
  if (kind !== 'refresh' || !tags.includes(cacheTags.latest)) return [];
  const ids = tags.flatMap((tag) => articleOfTag(tag) ?? []);
  if (ids.length > most) return [];
  try {
    return (await cardsById(ids)).map(({ href }) => href);
  } catch (error) {
    log.warn({ err: error }, 'the pages to render after a purge could not be found');
    return [];
  }
}
