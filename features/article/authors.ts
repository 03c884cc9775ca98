import 'server-only';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { creditColumns } from '#features/article/credits.ts';
import type { Link } from '#features/article/dto.ts';
import { authorHref } from '#features/article/href.ts';

/** Who is credited with these public stories, by the story's id. A page that shows a card bears its story's tag already. */
export async function readAuthors(articleIds: readonly string[]): Promise<ReadonlyMap<string, readonly Link[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await database()
    .select({ id: articlesPublic.articleId, people: creditColumns.people })
    .from(articlesPublic)
    .where(inArray(articlesPublic.articleId, [...articleIds]));
  return new Map(
    rows.map(({ id, people }) => [id, people.map(({ name, handle }) => ({ name, href: authorHref(handle) }))]),
  );
}
