import 'server-only';
import { and, asc, desc, gte, inArray, lt, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { countFromMonths } from '#features/article/archive-counts.ts';
import { recordNextChange } from '#features/article/clock.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { archiveSpan, type CivilMonth, monthOf, type Span } from '#lib/months.ts';
import { recordTags } from '#lib/trace.ts';

// Months begin by one clock, that of Intl: what Postgres knows of time zones may be older, or of another sign (`+01:00`).
const { firstPublishedAt, sectionId } = articlesPublic;

/** The nearest months before and after a span of time in which these sections have public stories. */
export async function neighbouringMonths(
  sectionIds: readonly string[],
  span: Span,
  timeZone: string,
): Promise<{ earlier: CivilMonth | null; later: CivilMonth | null }> {
  const { from, to } = archiveSpan(timeZone);
  const [earlier, later] = await Promise.all([
    findDate(sectionIds, { from, to: span.from }, 'last'),
    findDate(sectionIds, { from: span.to, to }, 'first'),
  ]);
  return { earlier: earlier && monthOf(earlier, timeZone), later: later && monthOf(later, timeZone) };
}

/** The years in which these sections have public stories, newest first, and how many. */
export async function countByYear(
  sectionIds: readonly string[],
  timeZone: string,
): Promise<{ year: number; stories: number }[]> {
  await recordReading(sectionIds);
  const whole = archiveSpan(timeZone);
  const [first, last] = await Promise.all([findDate(sectionIds, whole, 'first'), findDate(sectionIds, whole, 'last')]);
  if (!(first && last)) return [];
  const { year: firstYear } = monthOf(first, timeZone);
  const { year: lastYear } = monthOf(last, timeZone);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const januaries = [...years, lastYear + 1].map((year) => ({ year, month: 1 }));
  const stories = await countFromMonths(sectionIds, januaries, timeZone);
  return years
    .map((year, index) => ({ year, stories: stories[index] ?? 0 }))
    .filter(hasStories)
    .reverse();
}

/** The months of a year in which these sections have public stories, newest first, and how many. */
export async function countByMonth(
  sectionIds: readonly string[],
  year: number,
  timeZone: string,
): Promise<(CivilMonth & { stories: number })[]> {
  await recordReading(sectionIds);
  const months = Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }));
  const stories = await countFromMonths(sectionIds, [...months, { year: year + 1, month: 1 }], timeZone);
  return months
    .map((month, index) => ({ ...month, stories: stories[index] ?? 0 }))
    .filter(hasStories)
    .reverse();
}

const hasStories = ({ stories }: { stories: number }): boolean => stories > 0;

async function recordReading(sectionIds: readonly string[]): Promise<void> {
  recordTags(...sectionIds.map(cacheTags.section));
  await recordNextChange();
}

const within = (sectionIds: readonly string[], { from, to }: Span): SQL | undefined =>
  and(inArray(sectionId, [...sectionIds]), gte(firstPublishedAt, from), lt(firstPublishedAt, to));

/** When the first or last of these sections' stories in a span was published, by one look into an index a section. */
async function findDate(sectionIds: readonly string[], span: Span, which: 'first' | 'last'): Promise<Date | null> {
  const [row] = await database()
    .select({ date: firstPublishedAt })
    .from(articlesPublic)
    .where(within(sectionIds, span))
    .orderBy(which === 'first' ? asc(firstPublishedAt) : desc(firstPublishedAt))
    .limit(1);
  return row?.date ?? null;
}
