import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ListPager } from '#components/story/list-pager.tsx';
import { StoriesByDay } from '#components/story/stories-by-day.tsx';
import { Breadcrumb, stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { neighbouringMonths } from '#features/article/archive.ts';
import { archiveHref } from '#features/article/href.ts';
import { listArticles } from '#features/article/lists.ts';
import { breadcrumbJsonLd, listJsonLd } from '#features/article/structured-data.ts';
import type { Section, SectionTree } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { monthName } from '#lib/dates.ts';
import { type CivilMonth, monthPath, monthSpan, readMonth } from '#lib/months.ts';
import { JsonLd } from '../../../../json-ld.tsx';
import { cursorsOf, headOf, neighbours, pathOf, type Query } from '../../../../list-page.ts';
import { readEdition } from '../../../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../../../unmatched.tsx';
import { archiveTrail } from '../../archive-trail.ts';

interface Props {
  params: Promise<{ section: string; year: string; month: string }>;
  searchParams: Promise<Query>;
}

const pageSize = 60;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ list }, edition] = await Promise.all([find(props), readEdition()]);
  return list ? headOf(list, edition) : helpMetadata();
}

export default async function ArchivePage(props: Props) {
  const [{ segments, tree, section, list }, edition] = await Promise.all([find(props), readEdition()]);
  if (!(segments && section && list)) return unmatchedPage(segments);
  if (segments[0] !== section.slug) permanentRedirect(list.href);

  const { site, say } = edition;
  const trail = archiveTrail(tree, section, say, segments[2]);
  const linkTo = (month: CivilMonth | null) =>
    month && { href: archiveHref(section.slug, monthPath(month)), name: monthName(month, site) };
  return (
    <main id="content" className="page">
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(trail, say), site)} />
      <JsonLd data={listJsonLd({ ...list, path: pathOf(list), cards: list.page.cards }, site)} />
      <Breadcrumb trail={trail} edition={edition} />
      <PageHead title={list.title} />
      <section aria-labelledby="stories" className="days-beside">
        <h2 id="stories" className="sr-only">
          {say('list.stories')}
        </h2>
        <StoriesByDay cards={list.page.cards} edition={edition} />
      </section>
      <ListPager {...neighbours(list)} edition={edition} />
      <Pager label={say('archive.months')} newer={linkTo(list.later)} older={linkTo(list.earlier)} />
    </main>
  );
}

async function find({ params, searchParams }: Props) {
  const [{ section: encoded, year, month }, query, tree] = await Promise.all([params, searchParams, readSections()]);
  const segments = readSegments(encoded, 'archive', year, month);
  const section = segments ? tree.withSlug(canonicalSegment(segments[0] ?? '')) : undefined;
  const { before, after } = cursorsOf(query);
  return { segments, tree, section, list: section && (await readList(section, tree, year, month, before, after)) };
}

/** A month without stories is no page: else there would be endlessly many. */
const readList = cache(
  async (section: Section, tree: SectionTree, yyyy: string, mm: string, before?: string, after?: string) => {
    const month = readMonth(yyyy, mm);
    if (!month) return null;
    const { site, say } = await readEdition();
    const cursors = { before, after };
    const ids = tree.branchOf(section.id);
    const span = monthSpan(month, site.timeZone);
    const [page, months] = await Promise.all([
      listArticles({ of: 'sections', ids, archived: true }, { size: pageSize, ...span, ...cursors }),
      neighbouringMonths(ids, span, site.timeZone),
    ]);
    if (page.cards.length === 0) return null;
    const title = say('archive.title', { section: section.name, month: monthName(month, site) });
    return { title, href: archiveHref(section.slug, monthPath(month)), cursors, page, feeds: false, ...months };
  },
);
