import 'server-only';
import type { ArticleCard, RankedCard, Recommendation } from '#features/article/dto.ts';
import { listArticles } from '#features/article/lists.ts';
import { readPinned } from '#features/pin/queries.ts';
import { readRanking } from '#features/ranking/queries.ts';
import { recommend } from '#features/recommendation/model.ts';

/** How far down the ranking other sections' stories are looked for. */
const depth = 40;

/** What to read after a story: what editors pinned, then the most read of other sections, then their newest. */
export async function readRecommendations(article: ArticleCard, size: number): Promise<Recommendation[]> {
  const [pinned, ranked, latest] = await Promise.all([
    readPinned('recommendation'),
    readRanking(depth),
    listArticles({ of: 'site' }, { size: depth }),
  ]);
  const read = ranked.filter(({ views }: RankedCard) => views > 0).map(({ card }) => card);
  return recommend({ article, pinned, read, latest: latest.cards, size });
}
