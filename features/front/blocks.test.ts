import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { arrangeBlocks, type Block, type BlockGroup } from './blocks.ts';

const block = (name: string, pictured: readonly boolean[]): Block => ({
  ...{ name, href: `/${name}` },
  cards: pictured.map((has) => sampleCard({ in: name, pictured: has })),
});

const blocksOf = (groups: readonly BlockGroup[]) =>
  groups.flatMap((group) => (group.shape === 'columns' ? group.blocks : [group.block]));

test('every section stands on the front once, in the order of the desk, with all its stories', () => {
  const anyBlocks = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), { maxLength: 30 });
  fc.assert(
    fc.property(anyBlocks, (sizes) => {
      const blocks = sizes.map((pictured, index) => block(`s${index}`, pictured));
      const arranged = blocksOf(arrangeBlocks(blocks));
      expect(arranged.map(({ name }) => name)).toEqual(blocks.map(({ name }) => name));
      expect(arranged.map(({ cards }) => cards.length)).toEqual(blocks.map(({ cards }) => cards.length));
    }),
  );
});

test('a story with a picture stands first in its section, and only such a story is shown large', () => {
  const [first, second] = arrangeBlocks([block('a', [false, true, false]), block('b', [false, false, false])]);
  expect(first).toMatchObject({ shape: 'feature' });
  expect(blocksOf(first ? [first] : [])[0]?.cards.map(({ picture }) => picture !== null)).toEqual([true, false, false]);
  expect(second?.shape).not.toBe('feature');
});

test('sections that are many stand in lines of about one length', () => {
  const groups = arrangeBlocks(Array.from({ length: 5 }, (_, index) => block(`s${index}`, [false])));
  expect(groups.map((group) => group.shape === 'columns' && group.blocks.length)).toEqual([3, 2]);
});
