import { circle, curve, line, type Point, path, rectangle, svgDocument, through } from './drawing.ts';
import { palette } from './palette.ts';
import { type PictureSource, pattern } from './picture-source.ts';

const wide = [1600, 900] as const;

/** Ornaments for stories about games and races. */
export const sportPatterns = {
  'pitch-and-chalk': pattern(
    wide,
    'Football pitch from above in two greens with chalk lines, and the dotted red path of a ball that ends in the goal.',
    'The path of a ball, imagined.',
    drawPitch,
  ),
  'swim-lanes': pattern(
    wide,
    'Pattern of wavy swimming lanes in blues, divided by red and white floats, with a few swimmers as pale strokes.',
    'Lanes that will not keep still.',
    drawLanes,
  ),
} satisfies Record<string, PictureSource>;

function drawPitch(): string {
  const chalk = { fill: 'none', stroke: '#f2f0e4', 'stroke-width': 7 };
  const mown = Array.from({ length: 12 }, (_, index) =>
    rectangle(index * 134, 0, 134, 900, { fill: index % 2 === 0 ? '#587a50' : '#628558' }),
  );
  return svgDocument(wide[0], wide[1], palette.moss, [
    ...mown,
    rectangle(90, 70, 1420, 760, chalk),
    line([800, 70], [800, 830], chalk),
    circle([800, 450], 130, chalk),
    circle([800, 450], 9, { fill: '#f2f0e4' }),
    ...[90, 1270].map((x) => rectangle(x, 230, 240, 440, chalk)),
    ...[90, 1420].map((x) => rectangle(x, 350, 90, 200, chalk)),
    rectangle(1510, 392, 34, 116, chalk),
    rectangle(56, 392, 34, 116, chalk),
    path(
      curve([
        [520, 640],
        [720, 560],
        [900, 250],
        [1130, 180],
        [1290, 330],
        [1440, 420],
        [1518, 440],
      ]),
      { fill: 'none', stroke: '#f3c9a6', 'stroke-width': 9, 'stroke-dasharray': '4 22', 'stroke-linecap': 'round' },
    ),
    ...[
      [520, 640],
      [900, 250],
      [1290, 330],
    ].map(([x, y]) => circle([x ?? 0, y ?? 0], 19, { fill: palette.brick, stroke: '#f2f0e4', 'stroke-width': 5 })),
    circle([1518, 440], 16, { fill: '#ffffff', stroke: palette.ink, 'stroke-width': 4 }),
  ]);
}

function drawLanes(): string {
  const wave = (level: number): Point[] =>
    Array.from({ length: 81 }, (_, step) => [step * 20, level + Math.sin(step * 0.23 + level * 0.011) * 22]);
  const blues = ['#2a5f7d', '#32698a', '#3b7593', '#46819d', '#528da7', '#5f99b0', '#6da5b9'];
  const waters = blues.map((fill, index) => path(`${through(wave(index * 132 - 30))}L1600,900L0,900Z`, { fill }));
  const floats = [1, 2, 3, 4, 5, 6].flatMap((index) =>
    wave(index * 132 - 30).map(([x, y], step) =>
      circle([x, y], 7.5, { fill: step % 6 < 3 ? palette.brick : palette.paper }),
    ),
  );
  const swimmers = [
    [260, 175],
    [1120, 310],
    [620, 430],
    [1360, 560],
    [380, 700],
    [930, 825],
  ].map(
    ([x = 0, y = 0]) =>
      circle([x, y - 24], 19, { fill: palette.ochre }) +
      path(
        curve([
          [x - 22, y - 22],
          [x - 90, y - 14],
          [x - 150, y - 18],
        ]),
        { fill: 'none', stroke: palette.paper, 'stroke-width': 15, 'stroke-linecap': 'round' },
      ) +
      path(
        curve([
          [x - 8, y - 30],
          [x + 28, y - 66],
          [x + 72, y - 34],
        ]),
        { fill: 'none', stroke: palette.paper, 'stroke-width': 12, 'stroke-linecap': 'round' },
      ),
  );
  return svgDocument(wide[0], wide[1], '#24566f', [...waters, ...floats, ...swimmers]);
}
