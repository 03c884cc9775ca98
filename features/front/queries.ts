import 'server-only';
import { listArticles, newestBySection } from '#features/article/lists.ts';
import { arrangeFront, type Front } from '#features/front/model.ts';
import { readPinned } from '#features/pin/queries.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';

/** As many as fill a section's block after the slots above have taken theirs. */
const perSection = 8;
const latestSize = 30;

/** The home page: what editors pinned first, then the newest, then each section's own; no story twice. */
export async function readFront(): Promise<Front> {
  const sections = await readSections();
  const branches = sections.top.map((section) => ({ section, ids: sections.branchOf(section.id) }));
  const [pinned, latest, newest] = await Promise.all([
    readPinned('front'),
    listArticles({ of: 'site' }, { size: latestSize }),
    newestBySection(
      branches.flatMap(({ ids }) => ids),
      perSection,
    ),
  ]);
  const blocks = branches.map(({ section, ids }) => ({
    name: section.name,
    href: sectionHref(section.slug),
    cards: newest.filter((card) => ids.includes(card.section.id)).slice(0, perSection),
  }));
  return arrangeFront({ pinned, latest: latest.cards, blocks });
}
