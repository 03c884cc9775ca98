import { respondWithChild } from '#features/sitemap/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  return respondWithChild((await params).file);
}
