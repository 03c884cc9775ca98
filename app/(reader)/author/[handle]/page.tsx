import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { authorHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { findByline } from '#features/byline/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { cursorsOf, neighbours, type Query } from '../../list-links.ts';
import { readEdition } from '../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../unmatched.tsx';

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<Query> };

const pageSize = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ byline }, { site }] = await Promise.all([find((await params).handle), readEdition()]);
  return byline ? { title: { absolute: `${byline.name} - ${site.name}` } } : helpMetadata();
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const { segments, byline } = await find((await params).handle);
  if (!byline) return unmatchedPage(segments);
  const href = authorHref(byline.handle);
  if (segments?.[1] !== byline.handle) permanentRedirect(href);

  const [edition, page] = await Promise.all([
    readEdition(),
    listArticles({ of: 'byline', id: byline.id }, { size: pageSize, ...cursorsOf(await searchParams) }),
  ]);
  return (
    <main id="content" className="page">
      <PageHead over={edition.say('author.title')} title={byline.name}>
        {byline.biography && <p className="mbs-2 max-w-measure text-soft">{byline.biography}</p>}
      </PageHead>
      <StoryList cards={page.cards} edition={edition} />
      <ListPager {...neighbours(href, page)} edition={edition} />
    </main>
  );
}

const find = cache(async (encoded: string) => {
  const segments = readSegments('author', encoded);
  return { segments, byline: segments && (await findByline(canonicalSegment(segments[1] ?? ''))) };
});
