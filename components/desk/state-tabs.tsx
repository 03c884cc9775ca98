import Link from 'next/link';
import { deskListHref } from '#features/article/model-desk-list.ts';
import { type DeskListQuery, listedStandings } from '#features/article/schema-desk-list.ts';
import { say } from '#lib/desk-words.ts';

/** The states of stories as links, each with the other filters as they are. */
export function StateTabs({ query }: { query: DeskListQuery }) {
  const tabs = [null, ...listedStandings];
  return (
    <nav aria-label={say('articles.state')} className="tabs-list">
      {tabs.map((state) => (
        <Link
          key={state ?? 'any'}
          href={deskListHref(query, { state })}
          prefetch={false}
          className="tab"
          aria-current={query.state === state ? 'page' : undefined}
        >
          {state ? say(`articles.standing.${state}`) : say('articles.anyState')}
        </Link>
      ))}
    </nav>
  );
}
