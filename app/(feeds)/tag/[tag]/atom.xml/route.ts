import { respondWithFeed } from '#features/feed/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ tag: string }> }) {
  return respondWithFeed({ of: 'tag', segment: (await params).tag }, 'atom');
}
