import 'server-only';
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { users } from '#db/schema/user.ts';
import { readCursor, writeCursor } from '#features/article/cursor.ts';
import type { LibraryPage, LibraryPicture } from '#features/media/dto.ts';
import type { LibraryQuery } from '#features/media/schema.ts';
import { picturesOf } from './queries.ts';

const pageSize = 48;
const { id, name, alt, caption, credit, createdAt } = mediaAssets;

/** One page of the library, newest first, by keyset on (date, id); narrowed to pictures with all of the words. */
export async function listLibrary(query: LibraryQuery, size = pageSize): Promise<LibraryPage> {
  const before = readCursor(query.before);
  const after = before ? null : readCursor(query.after);
  const edge = before ?? after;
  const time = edge && sql`timestamptz 'epoch' + ${edge.micros}::bigint * interval '1 microsecond'`;
  const found = await database()
    .select({ id, micros: sql<string>`(extract(epoch from ${createdAt}) * 1000000)::bigint::text` })
    .from(mediaAssets)
    .where(
      and(
        ...wordsOf(query.q),
        edge ? sql`(${createdAt}, ${id}) ${after ? sql`>` : sql`<`} (${time}, ${edge.articleId}::uuid)` : undefined,
      ),
    )
    .orderBy(...(after ? [asc(createdAt), asc(id)] : [desc(createdAt), desc(id)]))
    .limit(size + 1);
  const more = found.length > size;
  const page = found.slice(0, size);
  if (after) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const cursor = (row: { id: string; micros: string }) => writeCursor({ micros: row.micros, articleId: row.id });
  return {
    pictures: await readLibraryPictures(page.map((row) => row.id)),
    older: last && (after !== null || more) ? cursor(last) : null,
    newer: first && (after ? more : before !== null) ? cursor(first) : null,
  };
}

/** The pictures with these ids as the library shows them, in their order; ids of none are left out. */
export async function readLibraryPictures(ids: readonly string[]): Promise<LibraryPicture[]> {
  const wanted = ids.filter((one) => z.uuid().safeParse(one).success);
  if (wanted.length === 0) return [];
  const [rows, pictures] = await Promise.all([readRows(wanted), picturesOf(wanted)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((one) => {
    const row = byId.get(one);
    if (!row) return [];
    const { focalX, focalY, createdAt: date, userId, userName, ...rest } = row;
    return {
      ...rest,
      focus: { x: focalX, y: focalY },
      picture: pictures.get(one) ?? null,
      createdBy: userId && userName ? { id: userId, name: userName } : null,
      createdAt: date.toISOString(),
    };
  });
}

function readRows(ids: string[]) {
  const { width, height, bytes, mediaType, focalX, focalY, problem } = mediaAssets;
  return database()
    .select({
      ...{ id, name, alt, caption, credit, width, height, bytes, mediaType, focalX, focalY, problem, createdAt },
      userId: users.id,
      userName: users.name,
    })
    .from(mediaAssets)
    .leftJoin(users, eq(users.id, mediaAssets.createdBy))
    .where(inArray(id, ids));
}

/** Each word must stand somewhere in the picture's words, whatever its case; one trigram index finds them all. */
function wordsOf(text: string): SQL[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map(
      (word) => sql`(${name} || ' ' || ${alt} || ' ' || ${caption} || ' ' || ${credit})
        ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`,
    );
}
