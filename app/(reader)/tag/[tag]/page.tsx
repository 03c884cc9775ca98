import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { tagHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { findTag } from '#features/tag/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { cursorsOf, neighbours, type Query } from '../../list-links.ts';
import { readEdition } from '../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../unmatched.tsx';

type Props = { params: Promise<{ tag: string }>; searchParams: Promise<Query> };

const pageSize = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ tag }, { site }] = await Promise.all([find((await params).tag), readEdition()]);
  return tag ? { title: { absolute: `${tag.name} - ${site.name}` } } : helpMetadata();
}

export default async function TagPage({ params, searchParams }: Props) {
  const { segments, tag } = await find((await params).tag);
  if (!tag) return unmatchedPage(segments);
  const href = tagHref(tag.slug);
  if (segments?.[1] !== tag.slug) permanentRedirect(href);

  const [edition, page] = await Promise.all([
    readEdition(),
    listArticles({ of: 'tag', id: tag.id }, { size: pageSize, ...cursorsOf(await searchParams) }),
  ]);
  return (
    <main id="content" className="page">
      <PageHead over={edition.say('tag.title')} title={tag.name} />
      <StoryList cards={page.cards} edition={edition} />
      <ListPager {...neighbours(href, page)} edition={edition} />
    </main>
  );
}

const find = cache(async (encoded: string) => {
  const segments = readSegments('tag', encoded);
  return { segments, tag: segments && (await findTag(canonicalSegment(segments[1] ?? ''))) };
});
