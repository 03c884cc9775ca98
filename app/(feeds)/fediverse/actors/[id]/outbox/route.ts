import { respondWithOutbox } from '#features/fediverse/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return respondWithOutbox(request, (await params).id);
}
