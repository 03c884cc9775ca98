import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import type { ArticleKind } from '#lib/vocabulary.ts';

/** What says what somebody thinks, and is not to be taken for news. */
const judging = new Set<ArticleKind>(['analysis', 'opinion', 'review']);

/** Says of a story that it is an opinion, an analysis or a review, where nothing else over its headline does. */
export function KindMark({ card, edition: { say } }: { card: ArticleCard; edition: Edition }) {
  if (!judging.has(card.kind)) return null;
  return <span className="kind-mark">{say(`kind.${card.kind}`)}</span>;
}
