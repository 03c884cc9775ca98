import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoriesByDay } from '#components/story/stories-by-day.tsx';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { neighbouringMonths } from '#features/article/archive.ts';
import { listArticles } from '#features/article/lists.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { monthName } from '#lib/dates.ts';
import { type CivilMonth, monthPath, monthSpan, readMonth } from '#lib/months.ts';
import { cursorsOf, neighbours, type Query } from '../../../../list-links.ts';
import { readEdition } from '../../../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../../../unmatched.tsx';

type Props = { params: Promise<{ section: string; year: string; month: string }>; searchParams: Promise<Query> };

const pageSize = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ section, month }, { site, say }] = await Promise.all([find(await params), readEdition()]);
  if (!(section && month)) return helpMetadata();
  const title = say('archive.title', { section: section.name, month: monthName(month, site) });
  return { title: { absolute: `${title} - ${site.name}` } };
}

export default async function ArchivePage({ params, searchParams }: Props) {
  const { segments, tree, section, month } = await find(await params);
  if (!(section && month)) return unmatchedPage(segments);
  const top = `${sectionHref(section.slug)}/archive`;
  if (segments?.[0] !== section.slug) permanentRedirect(`${top}/${monthPath(month)}`);

  const edition = await readEdition();
  const { site, say } = edition;
  const ids = tree.branchOf(section.id);
  const span = monthSpan(month, site.timeZone);
  const cursors = cursorsOf(await searchParams);
  const [page, { earlier, later }] = await Promise.all([
    listArticles({ of: 'sections', ids, archived: true }, { size: pageSize, ...span, ...cursors }),
    neighbouringMonths(ids, span, site.timeZone),
  ]);
  if (page.cards.length === 0) return unmatchedPage(segments);
  const title = say('archive.title', { section: section.name, month: monthName(month, site) });
  const linkTo = (other: CivilMonth | null) =>
    other && { href: `${top}/${monthPath(other)}`, name: monthName(other, site) };
  return (
    <main id="content" className="page">
      <Breadcrumb
        trail={tree.trailOf(section.id).map(({ name, slug }) => ({ name, href: sectionHref(slug) }))}
        edition={edition}
      />
      <PageHead title={title} />
      <section aria-labelledby="stories" className="days-beside">
        <h2 id="stories" className="sr-only">
          {say('list.stories')}
        </h2>
        <StoriesByDay cards={page.cards} edition={edition} />
      </section>
      <ListPager {...neighbours(`${top}/${monthPath(month)}`, page)} edition={edition} />
      <Pager label={say('archive.months')} newer={linkTo(later)} older={linkTo(earlier)} />
    </main>
  );
}

async function find({ section, year, month }: Awaited<Props['params']>) {
  const segments = readSegments(section, 'archive', year, month);
  const tree = await readSections();
  return {
    segments,
    tree,
    section: segments ? tree.withSlug(canonicalSegment(segments[0] ?? '')) : undefined,
    month: readMonth(year, month),
  };
}
