import type { Metadata } from 'next';
import { Facets } from '#components/search/facets.tsx';
import { FoundStories } from '#components/search/found-stories.tsx';
import { NarrowedByList } from '#components/search/narrowed-by.tsx';
import { SearchFields } from '#components/search/search-fields.tsx';
import { StoryLines } from '#components/story/story-lines.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { PageHead } from '#components/ui/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { SearchForm } from '#components/ui/search-form.tsx';
import { listArticles } from '#features/article/lists.ts';
import { listMetadata } from '#features/article/metadata.ts';
import type { SearchResults } from '#features/search/dto.ts';
import { type Asked, readAsked, searchHref } from '#features/search/model-asked.ts';
import { searchArticles } from '#features/search/queries.ts';
import { readSections } from '#features/section/queries.ts';
import { readerScript } from '#lib/assets.ts';
import type { Query } from '../list-page.ts';
import { readEdition } from '../read-edition.ts';

interface Props {
  searchParams: Promise<Query>;
}

const pageSize = 20;
/** How many of the newest stories are offered where there is no result to show. */
const latestSize = 10;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { site, say } = await readEdition();
  const { query } = readAsked(await searchParams);
  const title = query ? say('search.found', { query }) : say('search.title');
  return listMetadata({ title, path: '/search', noindex: true }, site);
}

export default async function SearchPage({ searchParams }: Props) {
  const [edition, sections] = await Promise.all([readEdition(), readSections()]);
  const { site, say } = edition;
  const script = readerScript('search');
  const asked = readAsked(await searchParams);
  const found = await searchArticles(asked, { ...site, size: pageSize });
  const latest = found?.results.length ? [] : (await listArticles({ of: 'site' }, { size: latestSize })).cards;
  return (
    <main id="content" className="page">
      <PageHead title={asked.query ? say('search.found', { query: asked.query }) : say('search.title')} />
      <SearchForm query={asked.query} edition={edition} list="suggestions">
        <SearchFields asked={asked} sections={sections} edition={edition} />
      </SearchForm>
      <datalist id="suggestions">
        {sections.top.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {script && <script type="module" src={script} data-island="search" />}
      <p className="meta mbs-2">{say('search.hint')}</p>
      {found && <NarrowedByList asked={asked} narrowedBy={found.narrowedBy} edition={edition} />}
      <div className="mbs-6">
        {found && <Found asked={asked} found={found} edition={edition} />}
        {!found && asked.query && <p className="mbe-8">{say('search.none')}</p>}
        {latest.length > 0 && (
          <Block id="latest" title={say('front.latest')} className="max-w-list">
            <StoryLines cards={latest} edition={edition} />
          </Block>
        )}
      </div>
    </main>
  );
}

function Found({ asked, found, edition }: { asked: Asked; found: SearchResults; edition: Edition }) {
  const { say } = edition;
  const { results, next, topics, people } = found;
  return (
    <>
      <p className="font-sans text-small font-semibold">{countIn(found, edition)}</p>
      <DidYouMean asked={asked} query={found.didYouMean} edition={edition} />
      <Facets label={say('search.topics')} names={topics} />
      <Facets label={say('search.people')} names={people} />
      <div className="mbs-6 mbe-8">
        {results.length > 0 && <FoundStories results={results} now={new Date()} edition={edition} />}
        <Pager
          label={say('list.pages')}
          newer={asked.place && { href: searchHref({ ...asked, place: null }), name: say('search.first') }}
          older={next && { href: searchHref(next), name: say('search.next') }}
        />
      </div>
    </>
  );
}

function countIn({ count, results }: SearchResults, { say }: Edition): string | null {
  if (!count) return results.length > 0 ? null : say('search.noMore');
  if (count.more) return say('search.countMore', { count: count.stories });
  return count.stories > 0 ? say('search.count', { count: count.stories }) : say('search.none');
}

function DidYouMean({ asked, query, edition: { say } }: { asked: Asked; query: string | null; edition: Edition }) {
  if (!query) return null;
  return (
    <p className="mbs-2">
      <a href={searchHref({ ...asked, query, place: null })} className="plain-link">
        {say('search.didYouMean', { query })}
      </a>
    </p>
  );
}
