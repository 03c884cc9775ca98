import type { BodyDocument } from '#features/body/schema.ts';
import { compareLists } from './model-diff.ts';

/** Blocks of the older text from `start` to before `end`, for which others stand in the newer one. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly put: readonly string[];
}

/**
 * A text with what two people changed in it, block by block (a three-way merge, as of Khanna, Kunal and Pierce 2007, 'A
 * formal investigation of diff3'). Null where both changed the same block, or put something in at the same place.
 */
export function mergeBodies(base: BodyDocument, mine: BodyDocument, theirs: BodyDocument): BodyDocument | null {
  const [before, ...sides] = [base, mine, theirs].map(({ content }) => content.map((block) => JSON.stringify(block)));
  const changes = sides.map((side) => changesOf(before ?? [], side));
  const ordered = withoutTwins(changes.flat().toSorted((one, other) => one.start - other.start || one.end - other.end));
  const merged: string[] = [];
  let place = 0;
  for (const [index, change] of ordered.entries()) {
    const last = ordered[index - 1];
    if (last && collide(last, change)) return null;
    merged.push(...(before ?? []).slice(place, change.start), ...change.put);
    place = change.end;
  }
  merged.push(...(before ?? []).slice(place));
  return { type: 'doc', content: merged.map((block) => JSON.parse(block)) };
}

function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const changes: { start: number; end: number; put: string[] }[] = [];
  let place = 0;
  let open: (typeof changes)[number] | undefined;
  for (const { kind, text } of compareLists(before, after)) {
    if (kind === 'same') {
      open = undefined;
      place += 1;
      continue;
    }
    if (!open) {
      open = { start: place, end: place, put: [] };
      changes.push(open);
    }
    if (kind === 'new') open.put.push(text);
    else {
      place += 1;
      open.end = place;
    }
  }
  return changes;
}

/** What both changed alike counts once. */
const withoutTwins = (changes: readonly Change[]): Change[] =>
  changes.filter((change, index) => JSON.stringify(change) !== JSON.stringify(changes[index - 1]));

/** Neighbouring blocks may be changed by different people, but nothing can be put in beside what another changed. */
const collide = (first: Change, second: Change): boolean =>
  second.start < first.end ||
  (second.start === first.end && (first.start === first.end || second.start === second.end));
