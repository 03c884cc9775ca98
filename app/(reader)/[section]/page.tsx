import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ListPager } from '#components/story/list-pager.tsx';
import { SectionTop, topOf } from '#components/story/section-top.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { Subsections } from '#components/story/subsections.tsx';
import { Breadcrumb, stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { archiveHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { breadcrumbJsonLd, listJsonLd } from '#features/article/structured-data.ts';
import { rankingHref } from '#features/ranking/model.ts';
import { type Section, type SectionTree, sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { JsonLd } from '../json-ld.tsx';
import { cursorsOf, headOf, type ListPage, neighbours, pathOf, type Query } from '../list-page.ts';
import { readEdition } from '../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../unmatched.tsx';

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<Query>;
}

const pageSize = 20;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ list }, edition] = await Promise.all([find(props), readEdition()]);
  return list ? headOf(list, edition) : helpMetadata();
}

export default async function SectionPage(props: Props) {
  const [{ segments, tree, section, list }, edition] = await Promise.all([find(props), readEdition()]);
  if (!(section && list)) return unmatchedPage(segments);
  if (segments?.[0] !== section.slug) permanentRedirect(list.href);

  const { site, say } = edition;
  const trail = tree.trailOf(section.id).map(linkOf);
  const [newest] = list.page.cards;
  const top = list.page.newer ? [] : topOf(list.page.cards);
  return (
    <main id="content" className="page">
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(trail, say), site)} />
      <JsonLd data={listJsonLd({ ...list, path: pathOf(list), cards: list.page.cards }, site)} />
      <Breadcrumb trail={trail.slice(0, -1)} edition={edition} />
      <PageHead title={section.name}>
        {section.description && <p className="mbs-2 max-w-measure text-soft">{section.description}</p>}
        <Subsections
          label={say('section.under', { section: section.name })}
          sections={tree.childrenOf(section.id).map(linkOf)}
        />
      </PageHead>
      {top.length > 0 && <SectionTop cards={top} edition={edition} within={section.id} />}
      <StoryList cards={list.page.cards.slice(top.length)} edition={edition} within={section.id} />
      <ListPager {...neighbours(list)} edition={edition} />
      {newest && (
        <p className="mbs-8 font-sans text-small">
          <a href={archiveHref(section.slug)} className="plain-link">
            {say('section.archive', { section: section.name })}
          </a>
          {' · '}
          <a href={rankingHref(section.slug)} className="plain-link">
            {say('ranking.ofSection', { section: section.name })}
          </a>
        </p>
      )}
    </main>
  );
}

const linkOf = ({ name, slug }: Section) => ({ name, href: sectionHref(slug) });

async function find({ params, searchParams }: Props) {
  const [{ section: encoded }, query, tree] = await Promise.all([params, searchParams, readSections()]);
  const segments = readSegments(encoded);
  const section = segments ? tree.withSlug(canonicalSegment(segments[0] ?? '')) : undefined;
  const { before, after } = cursorsOf(query);
  return { segments, tree, section, list: section && (await readList(section, tree, before, after)) };
}

const readList = cache(
  async (section: Section, tree: SectionTree, before?: string, after?: string): Promise<ListPage> => {
    const cursors = { before, after };
    const page = await listArticles({ of: 'sections', ids: tree.branchOf(section.id) }, { size: pageSize, ...cursors });
    const { name: title, description, slug } = section;
    return { title, description, href: sectionHref(slug), cursors, page, feeds: true };
  },
);
