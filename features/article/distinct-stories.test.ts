import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { distinctStories } from './distinct-stories.ts';

test('one headline is listed once, whoever copied it and however it is set', () => {
  const cards = ['Trump’s ‘stop’', "Trump's 'stop'", 'TRUMP’S STOP!', 'Another'].map((headline) =>
    sampleCard({ headline }),
  );
  expect(distinctStories(cards).map(({ headline }) => headline)).toEqual(['Trump’s ‘stop’', 'Another']);
});

test('headlines without a single letter are told apart by their signs', () => {
  const cards = ['?!', '…', '?!'].map((headline) => sampleCard({ headline }));
  expect(distinctStories(cards)).toEqual([cards[0], cards[1]]);
});

test('no id and no headline comes twice, nothing excluded comes at all, and the order is kept', () => {
  const card = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    headline: fc.constantFrom('X', 'x', 'Y', 'Z'),
  });
  fc.assert(
    fc.property(fc.array(card), fc.array(fc.constantFrom('a', 'b')), (given, except) => {
      const cards = given.map((one) => sampleCard(one));
      const chosen = distinctStories(cards, except);
      expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
      expect(new Set(chosen.map(({ headline }) => headline.toLowerCase())).size).toBe(chosen.length);
      expect(chosen.some(({ id }) => except.includes(id as 'a'))).toBe(false);
      expect(chosen).toEqual(cards.filter((one) => chosen.includes(one)));
    }),
  );
});
