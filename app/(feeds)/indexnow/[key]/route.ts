import { respondWithKey } from '#features/ping/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }) {
  return respondWithKey((await params).key);
}
