import 'server-only';
import { readAuthors } from '#features/article/authors.ts';
import type { Link, RankedCard } from '#features/article/dto.ts';
import { listArticles, newestBySection } from '#features/article/lists.ts';
import { arrangeFront, type Front } from '#features/front/model.ts';
import { readPinned } from '#features/pin/queries.ts';
import { readMostViewed } from '#features/ranking/queries.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';

export interface FrontPage extends Front {
  /** Who wrote the opinions, by the story's id. */
  readonly authors: ReadonlyMap<string, readonly Link[]>;
  /** What people read most, whether or not it stands in a slot too. */
  readonly ranking: readonly RankedCard[];
}

/** As many as fill a section's block after the slots above have taken theirs. */
const perSection = 10;
const latestSize = 40;
const rankingSize = 10;

/** The home page: what editors pinned first, then the newest, opinions, what is read most, then each section's own. */
export async function readFront(): Promise<FrontPage> {
  const sections = await readSections();
  const branches = sections.top.map((section) => ({ section, ids: sections.branchOf(section.id) }));
  const [pinned, latest, newest, ranking] = await Promise.all([
    readPinned('front'),
    listArticles({ of: 'site' }, { size: latestSize }),
    newestBySection(
      branches.flatMap(({ ids }) => ids),
      perSection,
    ),
    readMostViewed(),
  ]);
  const blocks = branches.map(({ section, ids }) => ({
    name: section.name,
    href: sectionHref(section.slug),
    cards: newest.filter((card) => ids.includes(card.section.id)).slice(0, perSection),
  }));
  const front = arrangeFront({ pinned, latest: latest.cards, blocks });
  const authors = await readAuthors(front.opinion?.cards.map(({ id }) => id) ?? []);
  return { ...front, authors, ranking: ranking.slice(0, rankingSize) };
}
