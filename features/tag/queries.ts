import 'server-only';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { tags } from '#db/schema/tag.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** The tag with this slug (decoded), or null. */
export async function findTag(slug: string): Promise<{ id: string; slug: string; name: string } | null> {
  const [tag] = await database()
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(tags)
    .where(eq(tags.slug, slug.normalize('NFC')));
  if (tag) recordTags(cacheTags.tag(tag.id), cacheTags.topic(tag.id));
  return tag ?? null;
}
