import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { authorHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { profileJsonLd } from '#features/article/structured-data.ts';
import { findByline } from '#features/byline/queries.ts';
import { readActorHref } from '#features/fediverse/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { JsonLd } from '../../json-ld.tsx';
import { cursorsOf, headOf, neighbours, pathOf, type Query } from '../../list-page.ts';
import { readEdition } from '../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../unmatched.tsx';

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<Query>;
}

const pageSize = 20;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ list }, edition] = await Promise.all([find(props), readEdition()]);
  return list ? headOf({ ...list, activity: await readActorHref(list.id) }, edition) : helpMetadata();
}

export default async function AuthorPage(props: Props) {
  const [{ segments, list }, edition] = await Promise.all([find(props), readEdition()]);
  if (!list) return unmatchedPage(segments);
  if (segments?.[1] !== list.handle) permanentRedirect(list.href);
  return (
    <main id="content" className="page">
      <JsonLd data={profileJsonLd({ ...list, path: pathOf(list), cards: list.page.cards }, edition.site)} />
      <PageHead over={edition.say('author.title')} title={list.title}>
        {list.description && <p className="mbs-2 max-w-measure text-soft">{list.description}</p>}
      </PageHead>
      <StoryList cards={list.page.cards} edition={edition} />
      <ListPager {...neighbours(list)} edition={edition} />
    </main>
  );
}

async function find({ params, searchParams }: Props) {
  const segments = readSegments('author', (await params).handle);
  const { before, after } = cursorsOf(await searchParams);
  return { segments, list: segments && (await readList(canonicalSegment(segments[1] ?? ''), before, after)) };
}

const readList = cache(async (wanted: string, before?: string, after?: string) => {
  const byline = await findByline(wanted);
  if (!byline) return null;
  const { id, handle, name, biography } = byline;
  const cursors = { before, after };
  const page = await listArticles({ of: 'byline', id }, { size: pageSize, ...cursors });
  return {
    id,
    title: name,
    description: biography,
    name,
    biography,
    handle,
    href: authorHref(handle),
    cursors,
    page,
    feeds: true,
  };
});
