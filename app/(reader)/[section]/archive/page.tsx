import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { CountedLinks } from '#components/story/counted-links.tsx';
import { Breadcrumb, stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { countByYear } from '#features/article/archive.ts';
import { archiveHref } from '#features/article/href.ts';
import { listMetadata } from '#features/article/metadata.ts';
import { breadcrumbJsonLd } from '#features/article/structured-data.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { JsonLd } from '../../json-ld.tsx';
import { readEdition } from '../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../unmatched.tsx';
import { archiveTrail } from './archive-trail.ts';

interface Props {
  params: Promise<{ section: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ section, years }, { site, say }] = await Promise.all([find((await params).section), readEdition()]);
  if (!section || years.length === 0) return helpMetadata();
  return listMetadata(
    { title: say('archive.years', { section: section.name }), path: archiveHref(section.slug) },
    site,
  );
}

export default async function YearsPage({ params }: Props) {
  const [{ segments, tree, section, years }, edition] = await Promise.all([
    find((await params).section),
    readEdition(),
  ]);
  if (!section || years.length === 0) return unmatchedPage(segments);
  if (segments?.[0] !== section.slug) permanentRedirect(archiveHref(section.slug));

  const { site, say } = edition;
  const trail = archiveTrail(tree, section, say).slice(0, -1);
  const links = years.map(({ year, stories }) => ({
    name: String(year),
    href: archiveHref(section.slug, String(year)),
    stories,
  }));
  return (
    <main id="content" className="page">
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(trail, say), site)} />
      <Breadcrumb trail={trail} edition={edition} />
      <PageHead title={say('archive.years', { section: section.name })} />
      <CountedLinks links={links} edition={edition} />
    </main>
  );
}

/** A section without stories has no archive. */
const find = cache(async (encoded: string) => {
  const [tree, { site }] = await Promise.all([readSections(), readEdition()]);
  const segments = readSegments(encoded, 'archive');
  const section = segments ? tree.withSlug(canonicalSegment(segments[0] ?? '')) : undefined;
  const years = section ? await countByYear(tree.branchOf(section.id), site.timeZone) : [];
  return { segments, tree, section, years };
});
