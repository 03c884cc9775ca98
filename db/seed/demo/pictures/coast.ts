import type { Point } from './drawing.ts';
import { seededRandom } from './random.ts';

/**
 * The invented coast, in kilometres from an arbitrary corner, y southwards. The shapes are given by a few points and
 * then roughened, the same way each time.
 */
export const coast = {
  mainland: roughen('mainland', [
    [60, -14],
    [66, 6],
    [69, 16],
    [67, 26],
    [74, 34],
    [88, 37],
    [92, 42],
    [84, 47],
    [75, 50],
    [66, 54],
    [62, 61],
    [60.4, 64.6],
    [58.5, 66],
    [60.6, 67.6],
    [66, 71],
    [67, 78],
    [60, 85],
    [51, 92],
    [49, 101],
    [55, 110],
    [66, 116],
    [78, 122],
    [82, 133],
    [77, 146],
    [80, 160],
    [84, 190],
  ]),
  vessia: roughen('vessia', [
    [222, -14],
    [212, 8],
    [216, 26],
    [208, 42],
    [212, 56],
    [202, 70],
    [198, 80],
    [206, 92],
    [210, 112],
    [200, 130],
    [203, 150],
    [214, 190],
  ]),
  greatOrrin: island('great orrin', [130, 62], [9, 15]),
  littleOrrin: island('little orrin', [146, 82], [5.5, 5]),
  sker: island('sker', [118, 88], [2.4, 1.8]),
  river: roughen(
    'river',
    [
      [58.95, 66],
      [55, 66.4],
      [50, 64.5],
      [45, 67],
      [38, 63],
      [31, 66],
      [22, 60],
      [14, 62],
      [4, 54],
      [-12, 56],
    ],
    0.1,
  ),
} satisfies Record<string, Point[]>;

/** Places that the stories name, on the same grid. */
export const places = {
  kelmouth: [57.4, 63.6],
  brantwick: [67.2, 22],
  osmery: [31, 66],
  thrennetHead: [91, 41.5],
  sandleBay: [52, 98],
  sarvanne: [199, 79],
  orrinHaven: [121.6, 64],
  skerLight: [118, 88],
  oldQuay: [58.3, 65.6],
} satisfies Record<string, Point>;

/** Splits each stretch four times, each time pushing its middle sideways by a share of its length. */
function roughen(seed: string, points: Point[], strength = 0.16): Point[] {
  const random = seededRandom(seed);
  let shape = points;
  for (let pass = 0; pass < 5; pass += 1) {
    shape = shape.flatMap((from, index) => {
      const to = shape[index + 1];
      if (!to) return [from];
      const push = (random() - 0.5) * 2 * strength;
      const middle: Point = [
        (from[0] + to[0]) / 2 - (to[1] - from[1]) * push,
        (from[1] + to[1]) / 2 + (to[0] - from[0]) * push,
      ];
      return [from, middle];
    });
  }
  return shape;
}

function island(seed: string, [x, y]: Point, [across, along]: Point): Point[] {
  const random = seededRandom(seed);
  const ring = Array.from({ length: 11 }, (_, index): Point => {
    const angle = (index / 11) * Math.PI * 2;
    const reach = 0.75 + random() * 0.45;
    return [x + Math.cos(angle) * across * reach, y + Math.sin(angle) * along * reach];
  });
  const [first] = ring;
  return roughen(`${seed} shore`, first ? [...ring, first] : ring, 0.13);
}
