import 'server-only';
import { and, asc, eq, ilike, ne, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { bylines } from '#db/schema/byline.ts';
import { articleAddresses } from '#db/schema/publication.ts';
import { tags } from '#db/schema/tag.ts';
import type { Choosable } from './dto.ts';

const atMost = 12;

/** Tags whose name holds these words, those that begin with them first. */
export function searchTags(words: string): Promise<Choosable[]> {
  return database()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(ilike(tags.name, `%${literal(words)}%`))
    .orderBy(sql`${tags.name} not ilike ${`${literal(words)}%`}`, asc(tags.name))
    .limit(atMost);
}

/** People whose name holds these words, those whose name begins with them first. */
export function searchBylines(words: string): Promise<Choosable[]> {
  return database()
    .select({ id: bylines.id, name: bylines.name })
    .from(bylines)
    .where(ilike(bylines.name, `%${literal(words)}%`))
    .orderBy(sql`${bylines.name} not ilike ${`${literal(words)}%`}`, asc(bylines.name))
    .limit(atMost);
}

/** Whether another story has, or had, this address. */
export async function isAddressTaken(address: {
  sectionId: string;
  slug: string;
  articleId: string;
}): Promise<boolean> {
  const [taken] = await database()
    .select({ articleId: articleAddresses.articleId })
    .from(articleAddresses)
    .where(
      and(
        eq(articleAddresses.sectionId, address.sectionId),
        eq(articleAddresses.slug, address.slug.normalize('NFC')),
        ne(articleAddresses.articleId, address.articleId),
      ),
    );
  return taken !== undefined;
}

/** What somebody typed, with no sign in it that LIKE would read as a pattern. */
const literal = (words: string): string =>
  words
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
