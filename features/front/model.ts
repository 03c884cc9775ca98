import { distinctStories } from '#features/article/distinct-stories.ts';
import type { ArticleCard, Link } from '#features/article/dto.ts';
import { arrangeBlocks, type Block, type BlockGroup } from '#features/front/blocks.ts';

/** The slots of the front. No story stands in two of them. */
export interface Front {
  readonly lead: ArticleCard | null;
  readonly seconds: readonly ArticleCard[];
  readonly latest: readonly ArticleCard[];
  readonly opinion: Opinion | null;
  /** Sections that have stories left to show. */
  readonly groups: readonly BlockGroup[];
}

/** Views and comments from all over the paper, with the section of such stories if there is one. */
export interface Opinion {
  readonly section: Link | null;
  readonly cards: readonly ArticleCard[];
}

/** A lead with a picture takes the room of four stories and more. */
const slots = { seconds: { pictured: 6, worded: 9 }, latest: { pictured: 8, worded: 6 }, opinion: 4, section: 5 };

/** Fewer opinions than these stand in their sections, as any story does. */
const fewestOpinions = 2;

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
  const look = lead?.picture ? 'pictured' : 'worded';
  const seconds = take(ordered, slots.seconds[look]);
  const latest = take(sources.latest, slots.latest[look]);
  const opinions = distinctStories(newestFirst(sources), shown).filter(isOpinion);
  const opinion =
    opinions.length < fewestOpinions
      ? null
      : { section: sectionOfOpinion(sources.blocks), cards: take(opinions, slots.opinion) };
  const blocks = sources.blocks
    .filter(({ href }) => href !== opinion?.section?.href)
    .map((block) => ({ ...block, cards: take(block.cards, slots.section) }))
    .filter(({ cards }) => cards.length > 0);
  return { lead, seconds, latest, opinion, groups: arrangeBlocks(blocks) };
}

const isOpinion = ({ kind }: ArticleCard): boolean => kind === 'opinion';

/** All stories at hand, the latest of the site and of its sections, by their dates. */
function newestFirst({ latest, blocks }: { latest: readonly ArticleCard[]; blocks: readonly Block[] }): ArticleCard[] {
  const all = [...latest, ...blocks.flatMap(({ cards }) => cards)];
  return all.sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime());
}

/** The first section that shows nothing but opinions. */
function sectionOfOpinion(blocks: readonly Block[]): Link | null {
  const found = blocks.find(({ cards }) => cards.length > 0 && cards.every(isOpinion));
  return found ? { name: found.name, href: found.href } : null;
}

/** Without an editor's word, the lead is the newest of the first stories that has a picture. */
function withPictureFirst(cards: readonly ArticleCard[]): readonly ArticleCard[] {
  const pictured = cards.slice(0, slots.latest.pictured).find(({ picture }) => picture !== null);
  return pictured ? [pictured, ...cards] : cards;
}
