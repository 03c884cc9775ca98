/**
 * Parts `total` into whole numbers in proportion to weights, one at a time and summing up to `total` exactly: each is
 * the rounded sum so far less what was given before.
 */
export function* sharesOf(total: number, weights: Iterable<number>, sum: number): Generator<number> {
  let weighed = 0;
  let given = 0;
  for (const weight of weights) {
    weighed += weight;
    // Summing in the same order gives the same rounding, so the last one reaches `sum` to the bit.
    const reached = weighed >= sum ? total : Math.round((weighed / sum) * total);
    yield reached - given;
    given = reached;
  }
}
