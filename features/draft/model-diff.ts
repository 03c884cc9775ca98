/** A stretch of text that both versions have, or only the older ('gone') or the newer one ('new'). */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Above so many differing words two texts are shown as wholly different. */
const mostDifferences = 1000;

/**
 * What changed between two texts, word by word: the shortest script of removals and additions (Myers 1986, 'An O(ND)
 * difference algorithm and its variations'). The stretches that are not 'new' make the older text, those that are not
 * 'gone' the newer.
 */
export const compareTexts = (older: string, newer: string): Stretch[] =>
  merged(compareLists(tokens(older), tokens(newer)));

/** The same of two lists, entry by entry. */
export function compareLists(before: readonly string[], after: readonly string[]): Stretch[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    ...before.slice(0, start).map(same),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

const same = (text: string): Stretch => ({ kind: 'same', text });

/** Words, spaces and signs; scripts without spaces fall into words too. */
export function tokens(text: string): string[] {
  return Array.from(new Intl.Segmenter('und', { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

function middle(before: readonly string[], after: readonly string[]): Stretch[] {
  const trace = search(before, after);
  if (!trace) {
    return [
      ...before.map((text) => ({ kind: 'gone', text }) as const),
      ...after.map((text) => ({ kind: 'new', text }) as const),
    ];
  }
  return walkBack(before, after, trace);
}

type Reach = Map<number, number>;

/** For each number of edits the farthest reach on each diagonal; null where there are too many. */
function search(before: readonly string[], after: readonly string[]): Reach[] | null {
  const trace: Reach[] = [];
  let reach: Reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= mostDifferences; edits += 1) {
    trace.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDown(reach, diagonal, edits) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return trace;
    }
    reach = new Map([...reach].filter(([diagonal]) => Math.abs(diagonal) <= edits + 1));
  }
  return null;
}

function walkBack(before: readonly string[], after: readonly string[], trace: readonly Reach[]): Stretch[] {
  const found: Stretch[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] as Reach;
    const diagonal = x - y;
    const down = isDown(reach, diagonal, edits);
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1;
    const fromX = at(reach, fromDiagonal);
    const fromY = fromX - fromDiagonal;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      found.push(same(before[x] as string));
    }
    if (edits === 0) break;
    found.push(down ? { kind: 'new', text: after[fromY] as string } : { kind: 'gone', text: before[fromX] as string });
    x = fromX;
    y = fromY;
  }
  return found.reverse();
}

const at = (reach: Reach, diagonal: number): number => reach.get(diagonal) ?? -1;

const isDown = (reach: Reach, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));

/** Neighbours of a kind as one; what went stands before what came. */
function merged(parts: readonly Stretch[]): Stretch[] {
  const made: Stretch[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) made.push({ kind: 'gone', text: gone });
    if (fresh) made.push({ kind: 'new', text: fresh });
    gone = '';
    fresh = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else {
      flush();
      const last = made.at(-1);
      if (last?.kind === 'same') made[made.length - 1] = same(last.text + text);
      else made.push(same(text));
    }
  }
  flush();
  return made;
}
