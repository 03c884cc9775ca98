import { respondWithFeed } from '#features/feed/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ handle: string }> }) {
  return respondWithFeed({ of: 'author', segment: (await params).handle }, 'atom');
}
