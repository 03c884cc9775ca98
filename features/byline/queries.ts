import 'server-only';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { bylines } from '#db/schema/byline.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

export interface Byline {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly biography: string;
}

/** The person with this handle (decoded), or null. */
export async function findByline(handle: string): Promise<Byline | null> {
  const [byline] = await database()
    .select({ id: bylines.id, handle: bylines.handle, name: bylines.name, biography: bylines.biography })
    .from(bylines)
    .where(eq(bylines.handle, handle.normalize('NFC')));
  if (byline) recordTags(cacheTags.byline(byline.id), cacheTags.person(byline.id));
  return byline ?? null;
}
