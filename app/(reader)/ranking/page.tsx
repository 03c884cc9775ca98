import type { Metadata } from 'next';
import { listMetadata } from '#features/article/metadata.ts';
import { rankingHref } from '#features/ranking/model.ts';
import { readEdition } from '../read-edition.ts';
import { RankingPage } from './ranking-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { site, say } = await readEdition();
  return listMetadata({ title: say('ranking.page'), path: rankingHref() }, site);
}

export default function SiteRankingPage() {
  return <RankingPage section={null} />;
}
