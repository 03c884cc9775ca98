import type { Metadata } from 'next';
import { StoryLines } from '#components/story/story-lines.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { Block } from '#components/ui/block.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { SearchForm } from '#components/ui/search-form.tsx';
import { listArticles } from '#features/article/lists.ts';
import { listMetadata } from '#features/article/metadata.ts';
import { longestQuery } from '#features/search/model.ts';
import { searchArticles } from '#features/search/queries.ts';
import { pageNumber, single, withQuery } from '#lib/address.ts';
import type { Query } from '../list-page.ts';
import { readEdition } from '../read-edition.ts';

interface Props {
  searchParams: Promise<Query>;
}

const pageSize = 20;
/** How many of the newest stories are offered where there is no result to show. */
const latestSize = 10;
/** With it ends what `searchArticles` puts in order: 50 pages of 20 are its 1,000. */
const lastPage = 50;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { site, say } = await readEdition();
  const { query } = asked(await searchParams);
  const title = query ? say('search.found', { query }) : say('search.title');
  return listMetadata({ title, path: '/search', noindex: true }, site);
}

export default async function SearchPage({ searchParams }: Props) {
  const edition = await readEdition();
  const { site, say } = edition;
  const { query, page } = asked(await searchParams);
  const results = query ? await searchArticles(query, { language: site.language, page, size: pageSize }) : null;
  const found = results !== null && results.cards.length > 0;
  const latest = found ? [] : (await listArticles({ of: 'site' }, { size: latestSize })).cards;
  const linkTo = (to: number) => withQuery('/search', { q: query, page: to === 1 ? null : to });
  return (
    <main id="content" className="page">
      <PageHead title={query ? say('search.found', { query }) : say('search.title')} />
      <SearchForm query={query} edition={edition} />
      <p className="meta mbs-2 mbe-8">{say('search.hint')}</p>
      {results?.cards.length === 0 && <p className="mbe-10">{say('search.none')}</p>}
      {latest.length > 0 && (
        <Block id="latest" title={say('front.latest')} className="max-w-list">
          <StoryLines cards={latest} edition={edition} />
        </Block>
      )}
      {found && (
        <>
          <StoryList cards={results.cards} edition={edition} />
          <Pager
            label={say('list.pages')}
            newer={page > 1 ? { href: linkTo(page - 1), name: say('search.previous') } : null}
            older={results.more && page < lastPage ? { href: linkTo(page + 1), name: say('search.next') } : null}
          />
        </>
      )}
    </main>
  );
}

/** What the address asks for; control characters, which a database refuses, are taken for spaces. */
function asked(query: Query): { query: string; page: number } {
  const words = (single(query, 'q') ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  return { query: words.slice(0, longestQuery).toWellFormed(), page: pageNumber(single(query, 'page'), lastPage) };
}
