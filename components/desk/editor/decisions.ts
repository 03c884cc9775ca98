import type { EditedArticle } from '#features/draft/dto.ts';
import type { Offer } from '#features/draft/model-offers.ts';

/** What is asked about besides publishing. */
export type Decision = Extract<
  Offer,
  'submit' | 'return' | 'unpublish' | 'archive' | 'restore' | 'embargo' | 'delete' | 'kill'
>;

/** The words for a decision: to unpublish what only waits for its time is to take back what was planned. */
export const wordsOf = <Kind extends Decision>(
  decision: Kind,
  { publicNow }: Pick<EditedArticle, 'publicNow'>,
): Kind | 'unschedule' => (decision === 'unpublish' && !publicNow ? 'unschedule' : decision);
