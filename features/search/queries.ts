import 'server-only';
import { cardsById } from '#features/article/cards.ts';
import { recordForMinutes, recordNextChange } from '#features/article/clock.ts';
import type { SearchResults } from '#features/search/dto.ts';
import { searchConfigurationFor } from '#features/search/model.ts';
import type { Asked, Place } from '#features/search/model-asked.ts';
import { readFacets } from '#features/search/queries-facets.ts';
import { readScope } from '#features/search/queries-scope.ts';
import { withSnippets } from '#features/search/queries-snippets.ts';
import { respelled } from '#features/search/queries-spelling.ts';
import { type Ranked, rankedAfter, readWindow, type Window } from '#features/search/queries-window.ts';
import { askedFor } from '#features/search/queries-words.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

export interface SearchOptions {
  /** BCP 47 and IANA: the site's own. */
  readonly language: string;
  readonly timeZone: string;
  readonly size: number;
}

/**
 * A page of the public stories that fit. The newest are put in order, best first (`readWindow`), then the newest of those
 * that are older than these, and so on, so that a reader comes to all of them. Null where nothing is asked for.
 */
export async function searchArticles(asked: Asked, options: SearchOptions): Promise<SearchResults | null> {
  recordTags(cacheTags.latest);
  await recordNextChange();
  // A result says how old it is.
  recordForMinutes();
  const configuration = searchConfigurationFor(options.language);
  const { names, narrowedBy } = await readScope(asked);
  const words = askedFor(asked.query, configuration);
  if (asked.query ? !words : !(names || asked.from || asked.to)) return null;
  const find = (query: string) =>
    readWindow({
      words: askedFor(query, configuration),
      names,
      days: { from: asked.from, to: asked.to, timeZone: options.timeZone },
      newest: asked.place?.newest ?? null,
    });
  const window = await find(asked.query);
  const left = rankedAfter(window.ranked, asked.place?.after ?? null);
  const page = left.slice(0, options.size);
  const cards = await cardsById(page.map(({ articleId }) => articleId));
  const [results, facets, didYouMean] = await Promise.all([
    withSnippets(cards, { ranked: page, query: asked.query, configuration }),
    readFacets(window.ranked, asked),
    window.ranked.length === 0 && !window.next ? otherSpelling(asked.query, configuration, find) : null,
  ]);
  const place = nextPlace(window, left, page);
  return {
    results,
    count: asked.place ? null : { stories: window.ranked.length, more: window.next !== null },
    next: place && { ...asked, place },
    didYouMean,
    ...facets,
    narrowedBy,
  };
}

function nextPlace(window: Window, left: readonly Ranked[], page: readonly Ranked[]): Place | null {
  const last = page.at(-1);
  if (last && left.length > page.length) return window.newest && { newest: window.newest, after: last };
  return window.next && { newest: window.next, after: null };
}

/** Only what finds a story is offered: the words that are known are of stories that nobody may see, too. */
async function otherSpelling(
  query: string,
  configuration: string,
  find: (query: string) => Promise<Window>,
): Promise<string | null> {
  const other = await respelled(query, configuration);
  return other && (await find(other)).ranked.length > 0 ? other : null;
}
