import { searchConfigurationFor } from '#features/search/model.ts';
import { readAsked } from '#features/search/model-asked.ts';
import { suggestQueries } from '#features/search/queries-suggest.ts';
import { readSettings } from '#features/settings/queries.ts';

export const dynamic = 'force-dynamic';

/** For the search's field while somebody types: an array of texts. */
export async function GET(request: Request) {
  const { query } = readAsked(Object.fromEntries(new URL(request.url).searchParams));
  const { language } = await readSettings();
  return Response.json(await suggestQueries(query, searchConfigurationFor(language)), {
    headers: { 'x-robots-tag': 'noindex' },
  });
}
