import { respondWithFeed } from '#features/feed/respond.ts';
import { decodeSegment } from '#features/site/decode-segment.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ tag: string }> }) {
  return respondWithFeed({ of: 'tag', slug: decodeSegment((await params).tag) }, 'json');
}
