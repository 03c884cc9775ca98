import 'server-only';
import type { ArticleCard, Link } from '#features/article/dto.ts';
import { listArticles } from '#features/article/lists.ts';
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
  const [pinned, latest, blocks] = await Promise.all([
    readPinned('front'),
    listArticles({ of: 'site' }, { size: latestSize }),
    Promise.all(
      sections.top.map(async (section): Promise<Link & { cards: readonly ArticleCard[] }> => {
        const ids = sections.branchOf(section.id);
        const { cards } = await listArticles({ of: 'sections', ids }, { size: perSection });
        return { name: section.name, href: sectionHref(section.slug), cards };
      }),
    ),
  ]);
  return arrangeFront({ pinned, latest: latest.cards, blocks });
}
