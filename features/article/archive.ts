import 'server-only';
import { and, asc, desc, gte, inArray, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { type CivilMonth, parseMonth } from '#lib/months.ts';

/** The nearest months before and after a span of time in which these sections have public stories. */
export async function neighbouringMonths(
  sectionIds: readonly string[],
  span: { from: Date; to: Date },
  timeZone: string,
): Promise<{ earlier: CivilMonth | null; later: CivilMonth | null }> {
  const { firstPublishedAt, sectionId } = articlesPublic;
  const nearest = async (side: 'earlier' | 'later'): Promise<CivilMonth | null> => {
    const beyond = side === 'earlier' ? lt(firstPublishedAt, span.from) : gte(firstPublishedAt, span.to);
    const [row] = await database()
      .select({ month: sql<string>`to_char(${firstPublishedAt} at time zone ${timeZone}, 'YYYY-MM')` })
      .from(articlesPublic)
      .where(and(inArray(sectionId, [...sectionIds]), beyond))
      .orderBy(side === 'earlier' ? desc(firstPublishedAt) : asc(firstPublishedAt))
      .limit(1);
    return row ? parseMonth(row.month) : null;
  };
  const [earlier, later] = await Promise.all([nearest('earlier'), nearest('later')]);
  return { earlier, later };
}
