import type { StoryParams } from '#features/article/find-story.ts';
import { respondWithRecord } from '#features/vote/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<StoryParams> }): Promise<Response> {
  return respondWithRecord(await params);
}
