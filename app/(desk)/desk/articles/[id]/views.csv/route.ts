import { storyCsv } from '#features/analytics/files.ts';
import { readStoryAnalytics } from '#features/analytics/queries-story.ts';
import { deskCsv } from '#features/session/desk-answer.ts';

export const dynamic = 'force-dynamic';

/** How a story was read in its first hours, as CSV. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return deskCsv('views-of-story', async (actor) => storyCsv(await readStoryAnalytics(actor, id)));
}
