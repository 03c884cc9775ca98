import type { StoryParams } from '#features/article/find-story.ts';
import { respondWithDay } from '#features/vote/respond.ts';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<StoryParams & { day: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respondWithDay(await params);
}
