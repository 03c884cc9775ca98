import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlockChange, compareBlocks, runsOf } from './model-diff-blocks.ts';

const textOf = (blocks: readonly BlockChange[], without: 'gone' | 'new') =>
  blocks
    .map((block) =>
      block.kind === 'same'
        ? block.text
        : block.stretches
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join(''),
    )
    .filter((text) => text !== '');

const paragraphs = (...texts: string[]) => texts.join('\n\n');
const bridge = 'The bridge opens on Monday, said the council.';

test('from the blocks both texts can be read, whatever they are', () => {
  const block = fc.array(fc.constantFrom('the', 'bridge', 'opens', 'again', '日本語'), { minLength: 1, maxLength: 6 });
  const text = fc.array(
    block.map((words) => words.join(' ')),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const blocks = compareBlocks(paragraphs(...older), paragraphs(...newer));
      expect(textOf(blocks, 'new')).toEqual(older);
      expect(textOf(blocks, 'gone')).toEqual(newer);
    }),
    { numRuns: 300 },
  );
});

test('a changed word is marked in its block, and the blocks beside it are as they were', () => {
  const blocks = compareBlocks(
    paragraphs('One.', bridge, 'Three.'),
    paragraphs('One.', bridge.replace('opens', 'closes'), 'Three.'),
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
  expect(blocks[1]).toMatchObject({
    stretches: [{ kind: 'same', text: 'The bridge ' }, { kind: 'gone', text: 'opens' }, { text: 'closes' }, {}],
  });
});

test('a block that has little to do with what stood in its place is shown whole, and so is what went', () => {
  const blocks = compareBlocks(bridge, 'Nobody knew anything about a tunnel before.');
  expect(blocks).toEqual([
    { kind: 'changed', stretches: [{ kind: 'new', text: 'Nobody knew anything about a tunnel before.' }] },
    { kind: 'changed', stretches: [{ kind: 'gone', text: bridge }] },
  ]);
});

test('what is far from any change is set apart, and nothing is where nothing changed', () => {
  const long = ['a', 'b', 'c', 'd', 'e', 'f'];
  const runs = runsOf(compareBlocks(paragraphs(...long), paragraphs(...long.slice(0, 5), 'something else')));
  expect(runs.map(({ kind, blocks }) => [kind, blocks.length])).toEqual([
    ['far', 4],
    ['near', 3],
  ]);
  expect(runsOf(compareBlocks(paragraphs(...long), paragraphs(...long)))).toMatchObject([{ kind: 'near' }]);
});

test('texts of many blocks that have nothing in common are compared in bounded time', () => {
  const many = (letter: string) =>
    paragraphs(
      ...Array.from({ length: 1000 }, (_, block) =>
        Array.from({ length: 40 }, (_, place) => `${letter}${block * 40 + place}`).join(' '),
      ),
    );
  expect(compareBlocks(many('a'), many('b'))).toHaveLength(2000);
});
