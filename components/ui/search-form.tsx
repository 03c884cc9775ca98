import type { ReactNode } from 'react';
import type { Edition } from '#components/ui/edition.ts';
import { longestQuery } from '#features/search/model.ts';

interface SearchFormProps {
  readonly query?: string;
  readonly edition: Edition;
  /** What may be offered as one types: the id of a list on the page. */
  readonly list?: string;
  /** Further fields. */
  readonly children?: ReactNode;
}

/** Asks the site's own search; works without script. */
export function SearchForm({ query = '', edition: { say }, list, children }: SearchFormProps) {
  return (
    <search>
      <form action="/search" method="get" className="max-w-measure font-sans">
        <label htmlFor="q" className="text-small">
          {say('search.label')}
        </label>
        <div className="mbs-2 flex flex-wrap gap-2">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={longestQuery}
            enterKeyHint="search"
            autoComplete={list && 'off'}
            list={list}
            className="min-w-0 flex-1 border border-soft bg-paper px-3 py-2 text-base"
          />
          <button type="submit" className="button">
            {say('search.submit')}
          </button>
        </div>
        {children}
      </form>
    </search>
  );
}
