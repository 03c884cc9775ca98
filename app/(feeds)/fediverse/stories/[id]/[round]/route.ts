import { respondWithStory } from '#features/fediverse/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: { params: Promise<{ id: string; round: string }> }) {
  const { id, round } = await params;
  return respondWithStory(request, id, round);
}
