import type { ArticleCard } from '#features/article/dto.ts';

/** The stories in their order, each once: no id of `except`, and no headline a second time, whoever copied it. */
export function distinctStories(cards: readonly ArticleCard[], except: readonly string[] = []): ArticleCard[] {
  const ids = new Set(except);
  const headlines = new Set<string>();
  return cards.filter((card) => {
    const headline = bareHeadline(card);
    if (ids.has(card.id) || headlines.has(headline)) return false;
    ids.add(card.id);
    headlines.add(headline);
    return true;
  });
}

/** Worked out once a card: the lists of a page compare hundreds, and pages share theirs. */
const bareHeadlines = new WeakMap<ArticleCard, string>();

/** A headline by its letters and digits alone, unless it has none. */
function bareHeadline(card: ArticleCard): string {
  const known = bareHeadlines.get(card);
  if (known !== undefined) return known;
  const plain = card.headline.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain;
  bareHeadlines.set(card, bare);
  return bare;
}
