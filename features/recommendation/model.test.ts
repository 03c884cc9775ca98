import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleCard } from '#features/article/dto.ts';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { arrangeLists, type Sources } from './model.ts';

const story = sampleCard({ in: 'world' });
const none: Sources = {
  story,
  ...{ related: [], ranking: [], pinned: [], keptOut: [], coRead: [], mostRead: [], newest: [] },
};
/** Enough other stories for lists of full length. */
const many = Array.from({ length: 30 }, (_, index) => sampleCard({ in: `s${index}` }));
const names = (sources: Partial<Sources>) =>
  arrangeLists({ ...none, ...sources }).recommendations.map(({ card, reason }) => `${card.id} ${reason}`);
const read = (card: ArticleCard, section = card.section.name) => ({ card, section });

describe('recommendations', () => {
  test('are what editors chose, what was read with it, what is read elsewhere, what is close, and what is new', () => {
    const sources = {
      pinned: [sampleCard({ id: 'chosen' })],
      coRead: [sampleCard({ id: 'with-it', in: 'sport' })],
      mostRead: [read(sampleCard({ id: 'read-here' })), read(sampleCard({ id: 'read-there', in: 'arts' }), 'Culture')],
      related: [...many.slice(0, 10), sampleCard({ id: 'close', in: 'science' })],
      ranking: many.slice(10, 22).map((card) => ({ card, views: 1 })),
      newest: [sampleCard({ id: 'new-here' }), sampleCard({ id: 'new-there', in: 'economy' })],
    };
    expect(names(sources)).toEqual([
      'chosen pinned',
      'with-it co_read',
      'read-there read',
      'close related',
      'new-there new',
      'new-here new',
    ]);
    const lists = arrangeLists({ ...none, ...sources });
    expect(lists.recommendations.find(({ reason }) => reason === 'read')?.section).toBe('Culture');
  });

  test('leave out what editors keep out, whatever speaks for it', () => {
    const out = sampleCard({ id: 'out', in: 'sport' });
    expect(names({ keptOut: [out], coRead: [out], mostRead: [read(out)], newest: [out, ...many] })).not.toContainEqual(
      expect.stringMatching(/^out /),
    );
  });

  test('are led by the first that has a picture', () => {
    const newest = [
      sampleCard({ id: 'plain', in: 'sport' }),
      sampleCard({ id: 'pictured', in: 'sport', pictured: true }),
    ];
    expect(names({ newest })).toEqual(['pictured new', 'plain new']);
    expect(names({ newest, pinned: [sampleCard({ id: 'first' })], ranking: [] })[0]).toBe('pictured new');
  });

  test('take no more than two of a section before those of others, but for what editors chose', () => {
    const sport = Array.from({ length: 9 }, (_, index) => sampleCard({ id: `sport-${index}`, in: 'sport' }));
    const chosen = names({ newest: [...sport, ...many] });
    expect(chosen.filter((name) => name.startsWith('sport'))).toHaveLength(2);
    expect(names({ pinned: sport, newest: many }).filter((name) => name.startsWith('sport'))).toHaveLength(8);
    expect(names({ newest: sport })).toHaveLength(8);
  });
});

describe('the lists around a story', () => {
  test('share out few stories among themselves', () => {
    const few = many.slice(0, 9);
    const lists = arrangeLists({
      ...none,
      related: few,
      ranking: few.map((card) => ({ card, views: 2 })),
      newest: few,
    });
    expect(lists.ranking).toHaveLength(3);
    expect(lists.related).toHaveLength(4);
    expect(lists.recommendations).toHaveLength(2);
  });

  test('have the ranking whole but for the story itself and what editors recommend', () => {
    const ranking = [story, ...many].map((card) => ({ card, views: 3 }));
    const [first, second] = many as [ArticleCard, ArticleCard];
    const lists = arrangeLists({ ...none, ranking, pinned: [second], related: many });
    expect(lists.ranking.map(({ card }) => card.id)).toEqual([first, ...many.slice(2, 9)].map(({ id }) => id));
    expect(lists.ranking[0]?.views).toBe(3);
  });

  const anyCard = fc
    .record({ number: fc.nat(40), section: fc.nat(4), pictured: fc.boolean() })
    .map(({ number, section, pictured }) =>
      sampleCard({ id: `n${number}`, headline: `Story ${number % 35}`, in: `s${section}`, pictured }),
    );
  const cards = fc.array(anyCard, { maxLength: 40 });
  const anySources = fc.record({
    story: anyCard,
    ...{ related: cards, pinned: cards, keptOut: cards, coRead: cards, newest: cards },
    ranking: cards.map((list) => list.map((card) => ({ card, views: 1 }))),
    mostRead: cards.map((list) => list.map((card) => read(card))),
  });

  test('never hold the story itself, nothing twice in one or across them, and nothing that is kept out as recommended', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const { related, ranking, unread, recommendations } = arrangeLists(sources);
        const recommended = recommendations.map(({ card }) => card);
        const all = [...related, ...ranking.map(({ card }) => card), ...unread, ...recommended];
        for (const part of [({ id }: ArticleCard) => id, ({ headline }: ArticleCard) => headline]) {
          expect(new Set(all.map(part)).size).toBe(all.length);
          expect(all.map(part)).not.toContain(part(sources.story));
        }
        const out = new Set(sources.keptOut.map(({ id }) => id));
        expect(recommended.filter(({ id }) => out.has(id))).toEqual([]);
        expect(related.length).toBeLessThanOrEqual(10);
        expect(ranking.length + unread.length).toBeLessThanOrEqual(8);
        expect(recommended.length).toBeLessThanOrEqual(8);
        if (recommended.some(({ picture }) => picture)) expect(recommended[0]?.picture).not.toBeNull();
      }),
    );
  });
});
