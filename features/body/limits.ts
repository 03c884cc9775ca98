/** Bounds on one body: far above any story (a book chapter fits), far below what would hurt the server. */
export const bodyLimits = { nesting: 24, parts: 100_000, characters: 2_000_000 } as const;

/** A block's own JSON and its content's array are two levels; a mark with attributes adds six below the last block. */
const jsonDepth = bodyLimits.nesting * 2 + 6;

/**
 * Says what is too large about foreign JSON, or null. It does not recurse, so that a hostile nesting
 * cannot exhaust the stack before the schema, which does, gets to see it.
 */
export function tooLarge(body: unknown): string | null {
  let parts = 0;
  let characters = 0;
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') characters += value.length;
    if (characters > bodyLimits.characters) return 'The story is longer than 2,000,000 characters.';
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) parts += 1;
    if (parts > bodyLimits.parts) return 'The story has more than 100,000 parts.';
    if (depth > jsonDepth) return 'The story nests its blocks more than 24 deep.';
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  }
  return null;
}
