import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { arrangeFront } from './model.ts';

const many = (size: number, section: string) => Array.from({ length: size }, () => sampleCard({ in: section }));
const block = (name: string, cards: ReturnType<typeof many>) => ({ name, href: `/${name}`, cards });

describe('the front', () => {
  test('leads with what editors pinned', () => {
    const latest = many(5, 'world');
    const pinned = [sampleCard({ id: 'pinned' })];
    expect(arrangeFront({ pinned, latest, blocks: [] }).lead?.id).toBe('pinned');
  });

  test('without pins leads with the newest that has a picture', () => {
    const latest = [sampleCard(), sampleCard({ id: 'pictured', pictured: true }), sampleCard()];
    expect(arrangeFront({ pinned: [], latest, blocks: [] }).lead?.id).toBe('pictured');
  });

  test('of an empty site is empty', () => {
    const front = arrangeFront({ pinned: [], latest: [], blocks: [block('world', [])] });
    expect(front).toEqual({ lead: null, seconds: [], latest: [], sections: [] });
  });

  test('shows no story in two slots', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(5), (worlds, sports, pins) => {
        const world = many(worlds, 'world');
        const sport = many(sports, 'sport');
        const latest = [...world, ...sport];
        const pinned = latest.slice(0, pins);
        const front = arrangeFront({ pinned, latest, blocks: [block('world', world), block('sport', sport)] });
        const shown = [front.lead, ...front.seconds, ...front.latest, ...front.sections.flatMap(({ cards }) => cards)]
          .filter((card) => card !== null)
          .map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });
});
