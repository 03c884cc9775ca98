import type { Edition } from '#components/ui/edition.ts';
import { longestQuery } from '#features/search/model.ts';

/** Asks the site's own search; works without script. */
export function SearchForm({ query = '', edition: { say } }: { query?: string; edition: Edition }) {
  return (
    <search>
      <form action="/search" method="get" className="flex max-w-measure flex-wrap gap-2 font-sans">
        <label htmlFor="q" className="w-full text-small">
          {say('search.label')}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={longestQuery}
          enterKeyHint="search"
          className="min-w-0 flex-1 border border-soft bg-paper px-3 py-2 text-base"
        />
        <button type="submit" className="button">
          {say('search.submit')}
        </button>
      </form>
    </search>
  );
}
