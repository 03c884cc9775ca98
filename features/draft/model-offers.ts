import type { Standing } from '#features/article/model-desk-list.ts';
import type { EditedArticle } from './dto.ts';

/** What somebody can be offered to do with a story. */
export type Offer =
  | 'keep'
  | 'submit'
  | 'return'
  | 'publish'
  | 'update'
  | 'unpublish'
  | 'archive'
  | 'restore'
  | 'embargo'
  | 'delete'
  | 'kill';

type Known = Pick<EditedArticle, 'state' | 'may' | 'publicNow' | 'publicNext' | 'wasPublic'>;

/** What this person may do with a story in this state. The commands decide; this only spares them vain questions. */
export function offersOf({ state, may, publicNow, publicNext, wasPublic }: Known): ReadonlySet<Offer> {
  const isOpen = state !== 'killed' && state !== 'stub';
  const isOut = publicNow !== null || publicNext !== null;
  const wanted: Record<Offer, boolean> = {
    keep: may.edit && isOpen,
    submit: may.submit && state === 'draft',
    return: may.submit && state === 'in_review',
    publish: may.publish && isOpen && publicNow === null,
    update: may.publish && isOpen && publicNow !== null,
    unpublish: may.unpublish && isOpen && isOut,
    archive: may.archive && state === 'published' && publicNow !== null,
    restore: may.archive && state === 'archived',
    embargo: may.embargo && isOpen && isOut,
    delete: may.delete && (state === 'draft' || state === 'in_review') && !wasPublic && !isOut,
    kill: may.kill && isOpen,
  };
  return new Set((Object.keys(wanted) as Offer[]).filter((offer) => wanted[offer]));
}

/** Where a story stands now: its state, and for what was published what the clock says, as `standingBy` does in lists. */
export function standingOf({ state, publicNow, publicNext }: Omit<Known, 'may' | 'wasPublic'>): Standing {
  if ((state !== 'published' && state !== 'archived') || publicNow) return state;
  if (!publicNext) return 'withdrawn';
  const isEmbargoed = publicNext.embargoUntil !== null && Date.parse(publicNext.embargoUntil) > Date.now();
  return isEmbargoed ? 'embargoed' : 'scheduled';
}

type Shown = Pick<EditedArticle, 'state' | 'hasUnkeptWords' | 'newestRevision' | 'publicNow' | 'publicNext'>;

/**
 * Whether there are words that neither readers see nor will see when their time comes: typed since the newest version
 * (`isTyping`: on the screen, not yet stored), or in a newer version than the one that is public or scheduled.
 */
export function leavesWordsOut(article: Shown, isTyping = false): boolean {
  const shown = article.publicNow ?? article.publicNext;
  if (article.state === 'killed' || !shown) return false;
  return isTyping || article.hasUnkeptWords || shown.revision !== article.newestRevision;
}
