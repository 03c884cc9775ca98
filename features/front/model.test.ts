import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { arrangeFront, type Front } from './model.ts';

const many = (size: number, section: string) => Array.from({ length: size }, () => sampleCard({ in: section }));
const opinions = (size: number, section: string) =>
  Array.from({ length: size }, () => sampleCard({ in: section, kind: 'opinion' }));
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
    expect(front).toEqual({ lead: null, seconds: [], latest: [], opinion: null, groups: [] });
  });

  test('shows no story in two slots', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(5), (worlds, sports, pins) => {
        const world = [...many(worlds, 'world'), ...opinions(pins, 'world')];
        const sport = many(sports, 'sport');
        const latest = [...world, ...sport];
        const pinned = latest.slice(0, pins);
        const front = arrangeFront({ pinned, latest, blocks: [block('world', world), block('sport', sport)] });
        const shown = storiesOf(front);
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  test('gathers opinions from every section, and shows their own section there', () => {
    const views = opinions(6, 'opinion');
    const front = arrangeFront({
      ...{ pinned: many(20, 'world'), latest: [] },
      blocks: [block('world', [...many(3, 'world'), ...opinions(1, 'world')]), block('opinion', views)],
    });
    expect(front.opinion?.section).toEqual({ name: 'opinion', href: '/opinion' });
    expect(front.opinion?.cards).toHaveLength(4);
    expect(blocksOf(front).map(({ name }) => name)).not.toContain('opinion');
  });

  test('leaves a single opinion in its section', () => {
    const front = arrangeFront({ pinned: [], latest: [], blocks: [block('opinion', opinions(1, 'opinion'))] });
    expect(front.opinion).toBeNull();
    expect(blocksOf(front).map(({ name }) => name)).toEqual(['opinion']);
  });
});

const blocksOf = ({ groups }: Front) =>
  groups.flatMap((group) => (group.shape === 'columns' ? group.blocks : [group.block]));

function storiesOf(front: Front): string[] {
  const { lead, seconds, latest, opinion } = front;
  return [lead, ...seconds, ...latest, ...(opinion?.cards ?? []), ...blocksOf(front).flatMap(({ cards }) => cards)]
    .filter((card) => card !== null)
    .map(({ id }) => id);
}
