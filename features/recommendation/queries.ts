import 'server-only';
import type { ArticleCard, Recommendation } from '#features/article/dto.ts';
import { readNewest } from '#features/article/lists.ts';
import { readPinned } from '#features/pin/queries.ts';
import { readMostViewed } from '#features/ranking/queries.ts';
import { recommend } from '#features/recommendation/model.ts';

/** What to read after a story: what editors pinned, then the most read of other sections, then their newest. */
export async function readRecommendations(article: ArticleCard, size: number): Promise<Recommendation[]> {
  const [pinned, read, latest] = await Promise.all([readPinned('recommendation'), readMostViewed(), readNewest()]);
  return recommend({ article, pinned, read: read.map(({ card }) => card), latest, size });
}
