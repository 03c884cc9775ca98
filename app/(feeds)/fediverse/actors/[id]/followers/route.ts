import { respondWithFollowers } from '#features/fediverse/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return respondWithFollowers(request, (await params).id);
}
