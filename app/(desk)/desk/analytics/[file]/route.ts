import type { NextRequest } from 'next/server';
import { analyticsCsv } from '#features/analytics/files.ts';
import { readAnalytics } from '#features/analytics/queries.ts';
import { analyticsFile, analyticsQuery } from '#features/analytics/schema.ts';
import { deskCsv } from '#features/session/desk-answer.ts';
import { Refusal } from '#lib/errors.ts';

export const dynamic = 'force-dynamic';

/** One table of the site's figures over a span (`span`), as CSV: `/desk/analytics/sources.csv?span=week`. */
export async function GET({ nextUrl }: NextRequest, { params }: { params: Promise<{ file: string }> }) {
  const table = analyticsFile.safeParse((await params).file).data;
  const { span } = analyticsQuery.parse(Object.fromEntries(nextUrl.searchParams));
  return deskCsv(`${table ?? 'none'}-${span}`, async (actor) => {
    if (!table) throw new Refusal('not_found', 'There is no such table.');
    return analyticsCsv(await readAnalytics(actor, span), table);
  });
}
