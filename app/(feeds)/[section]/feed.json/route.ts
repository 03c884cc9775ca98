import { respondWithFeed } from '#features/feed/respond.ts';
import { decodeSegment } from '#features/site/decode-segment.ts';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ section: string }> }) {
  return respondWithFeed({ of: 'section', slug: decodeSegment((await params).section) }, 'json');
}
