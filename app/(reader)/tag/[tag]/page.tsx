import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { tagHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { listJsonLd } from '#features/article/structured-data.ts';
import { findTag } from '#features/tag/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { JsonLd } from '../../json-ld.tsx';
import { cursorsOf, headOf, neighbours, pathOf, type Query } from '../../list-page.ts';
import { readEdition } from '../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../unmatched.tsx';

interface Props {
  params: Promise<{ tag: string }>;
  searchParams: Promise<Query>;
}

const pageSize = 20;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ list }, edition] = await Promise.all([find(props), readEdition()]);
  return list ? headOf(list, edition) : helpMetadata();
}

export default async function TagPage(props: Props) {
  const [{ segments, list }, edition] = await Promise.all([find(props), readEdition()]);
  if (!list) return unmatchedPage(segments);
  if (segments?.[1] !== list.slug) permanentRedirect(list.href);
  return (
    <main id="content" className="page">
      <JsonLd data={listJsonLd({ ...list, path: pathOf(list), cards: list.page.cards }, edition.site)} />
      <PageHead over={edition.say('tag.title')} title={list.title} />
      <StoryList cards={list.page.cards} edition={edition} />
      <ListPager {...neighbours(list)} edition={edition} />
    </main>
  );
}

async function find({ params, searchParams }: Props) {
  const segments = readSegments('tag', (await params).tag);
  const { before, after } = cursorsOf(await searchParams);
  return { segments, list: segments && (await readList(canonicalSegment(segments[1] ?? ''), before, after)) };
}

const readList = cache(async (slug: string, before?: string, after?: string) => {
  const tag = await findTag(slug);
  if (!tag) return null;
  const cursors = { before, after };
  const page = await listArticles({ of: 'tag', id: tag.id }, { size: pageSize, ...cursors });
  return { title: tag.name, slug: tag.slug, href: tagHref(tag.slug), cursors, page, feeds: true };
});
