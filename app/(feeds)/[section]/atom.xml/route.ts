import { respondWithFeed } from '#features/feed/respond.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ section: string }> }) {
  return respondWithFeed({ of: 'section', segment: (await params).section }, 'atom');
}
