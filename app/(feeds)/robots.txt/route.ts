import { readSite } from '#features/site/queries.ts';
import { robotsText } from '#features/site/robots.ts';

export const dynamic = 'force-dynamic';

export async function GET() {
  return new Response(robotsText(await readSite()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
