/** The words of a query that might be misspelt: letters alone, outside phrases and exclusions. */
export function spelledWords(query: string): string[] {
  const parts = query.match(/-?"[^"]*"?|\S+/g) ?? [];
  const words = parts.filter((part) => /^\p{L}{3,40}$/u.test(part) && part.toLowerCase() !== 'or');
  return [...new Set(words)].slice(0, mostWords);
}

const mostWords = 6;

/** The query with these words in place of others, the rest as it stands. */
export function respell(query: string, words: ReadonlyMap<string, string>): string {
  return query.replace(/-?"[^"]*"?|\S+/g, (part) => words.get(part) ?? part);
}

/** Which of the candidates somebody meant who typed a word: the first of those that are fewest slips away, if one is near. */
export function nearestWord(typed: string, candidates: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const most = word.length < 5 ? 1 : 2;
  let [best, fewest] = [null as string | null, most + 1];
  for (const candidate of candidates) {
    const slips = slipsBetween(word, candidate);
    if (slips > 0 && slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** How many letters were left out, put in, changed or swapped with the next (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const slips = [at(i - 1, j) + 1, at(i, j - 1) + 1, changed, ...(swapped ? [at(i - 2, j - 2) + 1] : [])];
      rows[i]?.push(Math.min(...slips));
    }
  }
  return at(a.length, b.length);
}
