import { type Random, scatter } from './random.ts';

/** A UUID of version 7 (RFC 9562) for this moment, in milliseconds since 1970. */
export function uuidAt(milliseconds: number, random: Random): string {
  const time = Math.trunc(milliseconds).toString(16).padStart(12, '0');
  const first = hex(random.bits());
  return `${time.slice(0, 8)}-${time.slice(8)}-7${first.slice(0, 3)}-${tail(first.slice(3), random)}`;
}

/**
 * A UUID of version 4, as unlinkable as a reader's, another for each number below 2 ** 32: streams of random numbers
 * alone are alike for some of a million keys.
 */
export function uuidOfNobody(number: number, random: Random): string {
  const first = hex(random.bits());
  const second = hex(random.bits());
  const last = tail(hex(random.bits()), random);
  return `${first}-${second.slice(0, 4)}-4${second.slice(4, 7)}-${last.slice(0, 9)}${hex(scatter(number))}`;
}

/** The last two groups, the first of them with the variant of RFC 9562 in its upper bits. */
function tail(some: string, random: Random): string {
  return `${variants[random.below(4)]}${some.slice(0, 3)}-${hex(random.bits())}${hex(random.bits()).slice(4)}`;
}

const variants = ['8', '9', 'a', 'b'] as const;

function hex(bits: number): string {
  return bits.toString(16).padStart(8, '0');
}
