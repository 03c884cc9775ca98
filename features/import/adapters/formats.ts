import type { ImportAdapter } from '#features/import/model.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { jsonLines } from './json-lines.ts';
import { scrapedPage } from './scraped-page.ts';

/** Every format that can be imported; the first is the one that is meant when none is named. */
const importAdapters: readonly [ImportAdapter, ...ImportAdapter[]] = [jsonLines, scrapedPage];

/** The adapter for `--format`. Throws a `StartProblem` that lists the formats. */
export function adapterFor(format: string | undefined): ImportAdapter {
  const adapter = format === undefined ? importAdapters[0] : importAdapters.find(({ name }) => name === format);
  if (adapter) return adapter;
  const names = importAdapters.map(({ name }) => name).join(', ');
  throw new StartProblem(`There is no import format '${format}'; choose one of: ${names}.`);
}
