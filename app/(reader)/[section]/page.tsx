import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoryList } from '#components/story/story-list.tsx';
import { Subsections } from '#components/story/subsections.tsx';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { listArticles } from '#features/article/lists.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { monthOf, monthPath } from '#lib/months.ts';
import { cursorsOf, neighbours, type Query } from '../list-links.ts';
import { readEdition } from '../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../unmatched.tsx';

type Props = { params: Promise<{ section: string }>; searchParams: Promise<Query> };

const pageSize = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ section }, { site }] = await Promise.all([find(await params), readEdition()]);
  if (!section) return helpMetadata();
  return { title: { absolute: `${section.name} - ${site.name}` }, description: section.description };
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { segments, tree, section } = await find(await params);
  if (!section) return unmatchedPage(segments);
  const href = sectionHref(section.slug);
  if (segments?.[0] !== section.slug) permanentRedirect(href);

  const [edition, page] = await Promise.all([
    readEdition(),
    listArticles(
      { of: 'sections', ids: tree.branchOf(section.id) },
      { size: pageSize, ...cursorsOf(await searchParams) },
    ),
  ]);
  const { site, say } = edition;
  const under = tree.childrenOf(section.id).map(({ name, slug }) => ({ name, href: sectionHref(slug) }));
  const above = tree.trailOf(section.id).slice(0, -1);
  const [newest] = page.cards;
  return (
    <main id="content" className="page">
      <Breadcrumb trail={above.map(({ name, slug }) => ({ name, href: sectionHref(slug) }))} edition={edition} />
      <PageHead title={section.name}>
        {section.description && <p className="mbs-2 text-soft">{section.description}</p>}
        <Subsections label={say('section.under', { section: section.name })} sections={under} />
      </PageHead>
      <StoryList cards={page.cards} edition={edition} within={section.id} />
      <ListPager {...neighbours(href, page)} edition={edition} />
      {newest && (
        <p className="mbs-8 font-sans text-small">
          <a href={`${href}/archive/${monthPath(monthOf(newest.publishedAt, site.timeZone))}`} className="plain-link">
            {say('section.archive', { section: section.name })}
          </a>
        </p>
      )}
    </main>
  );
}

async function find({ section }: { section: string }) {
  const segments = readSegments(section);
  const tree = await readSections();
  return { segments, tree, section: segments ? tree.withSlug(canonicalSegment(segments[0] ?? '')) : undefined };
}
