/** A stream of numbers in [0, 1) that is the same for the same seed on every machine (mulberry32 over an FNV-1a hash). */
export function seededRandom(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A smooth wandering line: the sum of a few sines, with values near [-1, 1]. */
export function seededSwell(seed: string, waves = 5): (at: number) => number {
  const random = seededRandom(seed);
  const parts = Array.from({ length: waves }, (_, index) => ({
    frequency: (index + 0.6 + random() * 0.8) * Math.PI * 2,
    phase: random() * Math.PI * 2,
    height: 1 / (index + 1.3),
  }));
  const total = parts.reduce((sum, part) => sum + part.height, 0);
  return (at) =>
    parts.reduce((sum, part) => sum + part.height * Math.sin(part.frequency * at + part.phase), 0) / (total * 0.7);
}

function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (const character of seed) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value;
}
