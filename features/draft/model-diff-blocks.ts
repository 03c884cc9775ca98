import { compareLists, compareTexts, type Stretch, tokens } from './model-diff.ts';

/** A block of a text as two versions have it: the same in both, or with what changed in it. */
export type BlockChange =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly stretches: readonly Stretch[] };

/** Neighbouring blocks: those that changed with some around them, or those that are as they were and far from any change. */
export interface BlockRun {
  readonly kind: 'near' | 'far';
  readonly blocks: readonly BlockChange[];
}

/** As many blocks that did not change are shown before and after one that did. */
const around = 1;

/** Among as many blocks that went one is sought that is like a block that came. */
const mostLookedAt = 20;

/** Of this part of two blocks at least the words must be the same for one to be shown as the other, changed. */
const leastAlike = 0.5;

/**
 * What changed between two texts of blocks with an empty line between them: first which blocks went, came and stayed, then
 * in each that took the place of one like it, word by word.
 */
export function compareBlocks(older: string, newer: string): BlockChange[] {
  const changes: BlockChange[] = [];
  let gone: string[] = [];
  let fresh: string[] = [];
  const flush = () => {
    changes.push(...paired(gone, fresh));
    [gone, fresh] = [[], []];
  };
  for (const { kind, text } of compareLists(blocksOf(older), blocksOf(newer))) {
    if (kind === 'gone') gone.push(text);
    else if (kind === 'new') fresh.push(text);
    else {
      flush();
      changes.push({ kind: 'same', text });
    }
  }
  flush();
  return changes;
}

/** The changed blocks with those around them, and between them what may be folded away. Without a change all is near. */
export function runsOf(blocks: readonly BlockChange[]): BlockRun[] {
  const places = blocks.flatMap(({ kind }, place) => (kind === 'changed' ? [place] : []));
  const isNear = (place: number) =>
    places.length === 0 || places.some((changed) => Math.abs(changed - place) <= around);
  const runs: { kind: BlockRun['kind']; blocks: BlockChange[] }[] = [];
  for (const [place, block] of blocks.entries()) {
    const kind = isNear(place) ? 'near' : 'far';
    const last = runs.at(-1);
    if (last?.kind === kind) last.blocks.push(block);
    else runs.push({ kind, blocks: [block] });
  }
  return runs;
}

const blocksOf = (text: string): string[] => text.split(/\n{2,}/).filter((block) => block.trim() !== '');

/** Blocks that went and those that came in their place, each with the first that is like it, in their order. */
function paired(gone: readonly string[], fresh: readonly string[]): BlockChange[] {
  const changes: BlockChange[] = [];
  const wordsGone = gone.map(wordsOf);
  let next = 0;
  for (const newer of fresh) {
    const words = wordsOf(newer);
    const found = next + wordsGone.slice(next, next + mostLookedAt).findIndex((older) => isAlike(older, words));
    if (found >= next) {
      changes.push(...gone.slice(next, found).map(whole('gone')));
      changes.push({ kind: 'changed', stretches: compareTexts(gone[found] as string, newer) });
      next = found + 1;
    } else changes.push(whole('new')(newer));
  }
  return [...changes, ...gone.slice(next).map(whole('gone'))];
}

const whole =
  (kind: 'gone' | 'new') =>
  (text: string): BlockChange => ({ kind: 'changed', stretches: [{ kind, text }] });

/** How often each word stands in a block. */
type Words = ReadonlyMap<string, number>;

function wordsOf(block: string): Words {
  const words = new Map<string, number>();
  for (const word of tokens(block)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** By the words that both have, wherever they stand: quickly told, also of blocks that have nothing in common. */
function isAlike(older: Words, newer: Words): boolean {
  let shared = 0;
  for (const [word, count] of newer) shared += word.length * Math.min(count, older.get(word) ?? 0);
  return shared >= leastAlike * Math.max(lengthOf(older), lengthOf(newer));
}

const lengthOf = (words: Words): number => [...words].reduce((sum, [word, count]) => sum + word.length * count, 0);
