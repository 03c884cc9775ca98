import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from './shares.ts';

test('shares are whole, never negative, and sum up to the total', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.nat(1_000_000), weights, (total, list) => {
      const sum = list.reduce((so, weight) => so + weight, 0);
      fc.pre(sum > 0);
      const shares = [...sharesOf(total, list, sum)];
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
      expect(shares.reduce((so, share) => so + share, 0)).toBe(total);
    }),
  );
});

test('shares follow the weights', () => {
  expect([...sharesOf(100, [5, 0, 3, 2], 10)]).toEqual([50, 0, 30, 20]);
});
