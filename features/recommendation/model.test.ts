import { describe, expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { recommend } from './model.ts';

const article = sampleCard({ in: 'world' });
const ids = (chosen: ReturnType<typeof recommend>) => chosen.map(({ card, reason }) => `${card.id} ${reason}`);

describe('recommendations', () => {
  test('are the pins, then the most read of other sections, then their newest, then the newest of all', () => {
    const pinned = [sampleCard({ id: 'pin' })];
    const read = [sampleCard({ id: 'read-here' }), sampleCard({ id: 'read-there', in: 'sport' })];
    const latest = [sampleCard({ id: 'new-here' }), sampleCard({ id: 'new-there', in: 'sport' })];
    const chosen = recommend({ article, pinned, read, latest, size: 8 });
    expect(ids(chosen)).toEqual(['pin pinned', 'read-there read', 'new-there new', 'new-here new']);
  });

  test('never hold the story itself, nor one story twice', () => {
    const twice = sampleCard({ id: 'twice', in: 'sport' });
    const chosen = recommend({ article, pinned: [article, twice], read: [twice], latest: [twice, article], size: 8 });
    expect(ids(chosen)).toEqual(['twice pinned']);
  });

  test('are led by the first that has a picture', () => {
    const latest = [
      sampleCard({ id: 'plain', in: 'sport' }),
      sampleCard({ id: 'pictured', in: 'sport', pictured: true }),
    ];
    expect(ids(recommend({ article, pinned: [], read: [], latest, size: 8 }))).toEqual(['pictured new', 'plain new']);
  });

  test('are no more than asked for', () => {
    const latest = Array.from({ length: 20 }, () => sampleCard({ in: 'sport' }));
    expect(recommend({ article, pinned: [], read: [], latest, size: 8 })).toHaveLength(8);
  });
});
