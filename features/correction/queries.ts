import 'server-only';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { corrections } from '#db/schema/correction.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { beyond, cardColumns, microsOf, toCards } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import { type Cursor, readCursor, writeCursor } from '#features/article/cursor.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';
import type { CorrectionPage } from './dto.ts';

const pageSize = 20;

/** The corrections of the stories that are public, the newest first, by keyset on (moment of issue, id). */
export async function listCorrections(at: {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}): Promise<CorrectionPage> {
  recordTags(cacheTags.latest);
  await recordNextChange();
  const before = readCursor(at.before);
  const after = before ? null : readCursor(at.after);
  const rows = await readRows(before ?? after, after !== null);
  const more = rows.length > pageSize;
  const page = rows.slice(0, pageSize);
  if (after) page.reverse();
  const cards = await toCards(page.map(({ card }) => card));
  const [first, last] = [page[0], page.at(-1)];
  return {
    corrections: page.map(({ id, text, issuedAt }, index) => ({
      id,
      text,
      issuedAt,
      card: cards[index] as ArticleCard,
    })),
    older: last && (after !== null || more) ? cursorOf(last) : null,
    newer: first && (after ? more : before !== null) ? cursorOf(first) : null,
  };
}

function readRows(edge: Cursor | null, rising: boolean) {
  const { id, createdAt, articleId, text, withdrawnAt } = corrections;
  const direction = rising ? asc : desc;
  return database()
    .select({ id, text, issuedAt: createdAt, micros: microsOf(createdAt), card: cardColumns })
    .from(corrections)
    .innerJoin(articlesPublic, eq(articlesPublic.articleId, articleId))
    .where(and(isNull(withdrawnAt), beyond(edge, rising, createdAt, id)))
    .orderBy(direction(createdAt), direction(id))
    .limit(pageSize + 1);
}

const cursorOf = ({ micros, id }: { micros: string; id: string }): string => writeCursor({ micros, articleId: id });
