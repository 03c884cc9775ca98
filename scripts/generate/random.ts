/**
 * A stream of pseudo-random numbers that is the same for the same key (sfc32, seeded by FNV-1a and a MurmurHash3
 * finish). One stream a story makes each story independent of how many there are and in which order they are made.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(...key: readonly (string | number)[]) {
    let hash = 0x811c9dc5;
    for (const character of key.join('/')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    this.#a = finish(hash);
    this.#b = finish(hash + 0x9e3779b9);
    this.#c = finish(hash + 0x3c6ef372);
    for (let round = 0; round < 8; round += 1) this.bits();
  }

  /** 32 random bits as an unsigned number. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** At least 0 and less than 1. */
  fraction(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }

  /** Exponentially distributed, with this mean. */
  waiting(mean: number): number {
    return -Math.log(1 - this.fraction()) * mean;
  }

  /** From the normal distribution of mean 0 and deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(this.waiting(2)) * Math.cos(2 * Math.PI * this.fraction());
  }
}

/** Another number of 32 bits for each, in no order that can be seen: each step can be undone. */
export const scatter = (number: number): number => finish(number) >>> 0;

function finish(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
