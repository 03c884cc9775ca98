import { readSettings } from '#features/settings/queries.ts';
import { readSite } from '#features/site/queries.ts';
import { robotsText } from '#features/site/robots.ts';

export const dynamic = 'force-dynamic';

export async function GET() {
  const [site, { aiCrawlers }] = await Promise.all([readSite(), readSettings()]);
  return new Response(robotsText(site, aiCrawlers), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
