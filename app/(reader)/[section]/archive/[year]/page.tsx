import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { CountedLinks } from '#components/story/counted-links.tsx';
import { Breadcrumb, stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { countByMonth } from '#features/article/archive.ts';
import { archiveHref } from '#features/article/href.ts';
import { listMetadata } from '#features/article/metadata.ts';
import { breadcrumbJsonLd } from '#features/article/structured-data.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { monthName } from '#lib/dates.ts';
import { monthPath, readYear } from '#lib/months.ts';
import { JsonLd } from '../../../json-ld.tsx';
import { readEdition } from '../../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../../unmatched.tsx';
import { archiveTrail } from '../archive-trail.ts';

interface Props {
  params: Promise<{ section: string; year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section: encoded, year } = await params;
  const [{ section, months }, { site, say }] = await Promise.all([find(encoded, year), readEdition()]);
  if (!section || months.length === 0) return helpMetadata();
  const title = say('archive.title', { section: section.name, month: year });
  return listMetadata({ title, path: archiveHref(section.slug, year) }, site);
}

export default async function YearPage({ params }: Props) {
  const { section: encoded, year } = await params;
  const [{ segments, tree, section, months }, edition] = await Promise.all([find(encoded, year), readEdition()]);
  if (!section || months.length === 0) return unmatchedPage(segments);
  if (segments?.[0] !== section.slug) permanentRedirect(archiveHref(section.slug, year));

  const { site, say } = edition;
  const trail = archiveTrail(tree, section, say);
  const links = months.map(({ stories, ...month }) => ({
    name: monthName(month, site),
    href: archiveHref(section.slug, monthPath(month)),
    stories,
  }));
  return (
    <main id="content" className="page">
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(trail, say), site)} />
      <Breadcrumb trail={trail} edition={edition} />
      <PageHead title={say('archive.title', { section: section.name, month: year })} />
      <CountedLinks links={links} edition={edition} />
    </main>
  );
}

/** A year without stories is no page: else there would be endlessly many. */
const find = cache(async (encoded: string, yyyy: string) => {
  const [tree, { site }] = await Promise.all([readSections(), readEdition()]);
  const segments = readSegments(encoded, 'archive', yyyy);
  const section = segments ? tree.withSlug(canonicalSegment(segments[0] ?? '')) : undefined;
  const year = readYear(yyyy);
  const months = section && year !== null ? await countByMonth(tree.branchOf(section.id), year, site.timeZone) : [];
  return { segments, tree, section, months };
});
