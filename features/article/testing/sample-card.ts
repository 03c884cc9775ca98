import type { ArticleCard } from '#features/article/dto.ts';

let count = 0;

const picture = {
  ...{ alt: '', caption: null, credit: null, width: 16, height: 9, sources: [], fallback: '/media/a' },
  focus: { x: 5, y: 5 },
};

/** A card for tests of pure rules; what the test is about is given. */
export function sampleCard(given: Partial<ArticleCard> & { pictured?: boolean; in?: string } = {}): ArticleCard {
  const { pictured = false, in: section = 'world', ...card } = given;
  count += 1;
  const id = card.id ?? `card-${count}`;
  return {
    id,
    href: `/${section}/${id}`,
    kind: 'news',
    headline: `Headline ${id}`,
    kicker: '',
    standfirst: '',
    language: 'en',
    section: { id: section, name: section, href: `/${section}` },
    publishedAt: new Date(0),
    dateIs: 'original',
    updatedAt: null,
    picture: pictured ? picture : null,
    ...card,
  };
}
