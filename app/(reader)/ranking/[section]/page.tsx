import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { listMetadata } from '#features/article/metadata.ts';
import { rankingHref } from '#features/ranking/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { readEdition } from '../../read-edition.ts';
import { helpMetadata, unmatchedPage } from '../../unmatched.tsx';
import { RankingPage } from '../ranking-page.tsx';

interface Props {
  params: Promise<{ section: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ section }, { site, say }] = await Promise.all([find(params), readEdition()]);
  if (!section) return helpMetadata();
  return listMetadata(
    { title: say('ranking.ofSection', { section: section.name }), path: rankingHref(section.slug) },
    site,
  );
}

export default async function SectionRankingPage({ params }: Props) {
  const { segments, section } = await find(params);
  if (!section) return unmatchedPage(segments && ['ranking', ...segments]);
  if (segments?.[0] !== section.slug) permanentRedirect(rankingHref(section.slug));
  return <RankingPage section={section} />;
}

async function find(params: Props['params']) {
  const segments = readSegments((await params).section);
  const section = segments ? (await readSections()).withSlug(canonicalSegment(segments[0] ?? '')) : undefined;
  return { segments, section };
}
