import { distinctStories } from '#features/article/distinct-stories.ts';
import type { ArticleCard, Link } from '#features/article/dto.ts';

type Block = Link & { readonly cards: readonly ArticleCard[] };

export interface Front {
  readonly lead: ArticleCard | null;
  readonly seconds: readonly ArticleCard[];
  readonly latest: readonly ArticleCard[];
  /** Sections that have stories left to show. */
  readonly sections: readonly Block[];
}

const slots = { seconds: 4, latest: 8, section: 4 } as const;

/** Fills the slots from the top down; a story that stands in one slot stands in no other. */
export function arrangeFront(sources: {
  pinned: readonly ArticleCard[];
  latest: readonly ArticleCard[];
  blocks: readonly Block[];
}): Front {
  const shown: string[] = [];
  const take = (cards: readonly ArticleCard[], size: number) => {
    const taken = distinctStories(cards, shown).slice(0, size);
    shown.push(...taken.map(({ id }) => id));
    return taken;
  };
  const ordered = [...sources.pinned, ...sources.latest];
  const [lead = null] = take(sources.pinned.length > 0 ? ordered : withPictureFirst(ordered), 1);
  const seconds = take(ordered, slots.seconds);
  const latest = take(sources.latest, slots.latest);
  const sections = sources.blocks
    .map((block) => ({ ...block, cards: take(block.cards, slots.section) }))
    .filter(({ cards }) => cards.length > 0);
  return { lead, seconds, latest, sections };
}

/** Without an editor's word, the lead is the newest of the first stories that has a picture. */
function withPictureFirst(cards: readonly ArticleCard[]): readonly ArticleCard[] {
  const pictured = cards.slice(0, slots.latest).find(({ picture }) => picture !== null);
  return pictured ? [pictured, ...cards] : cards;
}
