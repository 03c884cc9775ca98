/** Bounds on one body: far above any story (a book chapter fits), far below what would hurt the server. */
const bodyLimits = { nesting: 24, parts: 100_000, characters: 2_000_000, word: 20_000, places: 20_000 } as const;

/** A block's own JSON and its content's array are two levels; a mark with attributes adds six below the last block. */
const jsonDepth = bodyLimits.nesting * 2 + 6;

/**
 * Says what is too large about foreign JSON, or null. It does not recurse, so that a hostile nesting
 * cannot exhaust the stack before the schema, which does, gets to see it.
 */
export function tooLarge(body: unknown): string | null {
  let parts = 0;
  let characters = 0;
  for (const { value, depth } of everyValue(body)) {
    if (typeof value === 'string') characters += value.length;
    else parts += 1;
    const word = typeof value === 'string' ? overlongWord(value) : null;
    if (word) return word;
    if (characters > bodyLimits.characters) return 'The story is longer than 2,000,000 characters.';
    if (parts > bodyLimits.parts) return 'The story has more than 100,000 parts.';
    if (depth > jsonDepth) return 'The story nests its blocks more than 24 deep.';
  }
  return null;
}

/**
 * Says that text has a word without end, or null: a browser sets one of 300,000 letters in 12 s where the face is kerned,
 * at a reader's as at the desk. (A script without spaces fills fifty pages before it comes here.)
 */
export function overlongWord(text: string): string | null {
  if (text.length <= bodyLimits.word) return null;
  const isOverlong = text.split(/\s+/).some(({ length }) => length > bodyLimits.word);
  return isOverlong ? 'The story has more than 20,000 characters without a space.' : null;
}

interface SpanningRow {
  readonly content: readonly { readonly attrs: { readonly colspan: number; readonly rowspan: number } }[];
}

/**
 * Whether an editor can lay a table out: it makes a grid of as many columns as the widest row reaches, whose places it
 * fills with cells, so that a few cells that span a thousand columns each would be more than it can hold.
 */
export function hasSaneGrid(rows: readonly SpanningRow[]): boolean {
  const change = new Array<number>(rows.length + 1).fill(0);
  for (const [row, { content }] of rows.entries()) {
    for (const { attrs } of content) {
      const end = Math.min(row + attrs.rowspan, rows.length);
      change[row] = (change[row] ?? 0) + attrs.colspan;
      change[end] = (change[end] ?? 0) - attrs.colspan;
    }
  }
  let columns = 0;
  let widest = 0;
  for (const difference of change) {
    columns += difference;
    widest = Math.max(widest, columns);
  }
  return widest * rows.length <= bodyLimits.places;
}

/** Every string, object and array of some JSON with its depth. */
function* everyValue(root: unknown): Generator<{ value: string | object; depth: number }> {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') yield { value, depth };
    if (typeof value !== 'object' || value === null) continue;
    yield { value, depth };
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  }
}
