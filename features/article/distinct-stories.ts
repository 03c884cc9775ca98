import type { ArticleCard } from '#features/article/dto.ts';

/** The stories in their order, each once: no id of `except`, and no headline a second time, whoever copied it. */
export function distinctStories(cards: readonly ArticleCard[], except: readonly string[] = []): ArticleCard[] {
  const ids = new Set(except);
  const headlines = new Set<string>();
  return cards.filter((card) => {
    const headline = bare(card.headline);
    if (ids.has(card.id) || headlines.has(headline)) return false;
    ids.add(card.id);
    headlines.add(headline);
    return true;
  });
}

/** A headline by its letters and digits alone, unless it has none. */
function bare(headline: string): string {
  const plain = headline.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain;
}
