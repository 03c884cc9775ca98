import { readSettings } from '#features/settings/queries.ts';
import { readSite } from '#features/site/queries.ts';
import { plainText } from '#features/site/respond-text.ts';
import { robotsText } from '#features/site/robots.ts';

export const dynamic = 'force-dynamic';

export async function GET() {
  const [site, { aiCrawlers }] = await Promise.all([readSite(), readSettings()]);
  return plainText(robotsText(site, aiCrawlers));
}
