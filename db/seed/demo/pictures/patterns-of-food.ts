import { circle, curve, type Point, path, svgDocument, through } from './drawing.ts';
import { palette } from './palette.ts';
import { type PictureSource, pattern } from './picture-source.ts';
import { seededRandom } from './random.ts';
import { placed } from './scenery.ts';

const wide = [1600, 900] as const;
const classic = [1600, 1067] as const;
const tall = [1600, 1200] as const;

/** Ornaments for stories about things to eat. */
export const foodPatterns = {
  oranges: pattern(
    tall,
    'Pattern of some hundred oranges in close rows, one of them cut in half.',
    'A hundred oranges, more or less. The ship carried forty thousand.',
    drawOranges,
  ),
  'herring-scales': pattern(
    classic,
    'Pattern of overlapping silver and blue scales with a scatter of copper ones.',
    'Scale on scale, silver to copper.',
    drawScales,
  ),
  'wheat-sheaves': pattern(
    wide,
    'Pattern of ears of wheat in ochre on cream, bending alternately left and right.',
    'Ears of wheat, drawn by rule.',
    drawWheat,
  ),
} satisfies Record<string, PictureSource>;

function drawOranges(): string {
  const random = seededRandom('oranges');
  const fruit = Array.from({ length: 12 * 10 }, (_, index) => {
    const row = Math.floor(index / 12);
    const at: Point = [(index % 12) * 150 + (row % 2) * 75 - 60, row * 130 + 12];
    if (index === 12 * 4 + 7) return placed(cutOrange(), at);
    const tone = ['#e08a2e', '#da7f28', '#e3933a', '#d37524'][Math.floor(random() * 4)] ?? palette.ochre;
    const orange = [
      circle([0, 0], 74, { fill: tone }),
      path('M-52,-40a66,66 0 0 1 46,-26', {
        fill: 'none',
        stroke: '#f6c98a',
        'stroke-width': 12,
        'stroke-linecap': 'round',
      }),
      path('M-9,-9L9,9M9,-9L-9,9M-12,0L12,0', { stroke: '#6b7a3a', 'stroke-width': 5, 'stroke-linecap': 'round' }),
    ].join('');
    return placed(orange, at, 1, Math.round((random() - 0.5) * 70));
  });
  return svgDocument(tall[0], tall[1], '#8a4717', fruit);
}

function cutOrange(): string {
  const on = (angle: number, reach: number): Point => [Math.cos(angle) * reach, Math.sin(angle) * reach];
  const segments = Array.from({ length: 10 }, (_, index) => {
    const from = (index / 10) * Math.PI * 2 + 0.06;
    const to = ((index + 1) / 10) * Math.PI * 2 - 0.06;
    const middle = (from + to) / 2;
    return path(through([on(middle, 9), on(from, 50), on(middle, 57), on(to, 50)], true), { fill: '#e2602f' });
  });
  return circle([0, 0], 75, { fill: '#e08a2e' }) + circle([0, 0], 65, { fill: '#f9e9c9' }) + segments.join('');
}

function drawScales(): string {
  const random = seededRandom('herring');
  const silver = ['#dfe7ea', '#c3d2d9', '#a4bcc7', '#86a6b5', '#6489a0', '#456d89'];
  const scales: string[] = [];
  for (let row = -1; row < 19; row += 1) {
    for (let column = -1; column < 18; column += 1) {
      const x = column * 100 + (row % 2 === 0 ? 0 : 50);
      const y = row * 62;
      const depth = 1 - Math.max(0, row) / 18;
      const tone =
        random() > 0.965 ? '#c98d5a' : silver[Math.max(0, Math.min(5, Math.floor(depth * 5 + (random() - 0.5) * 1.8)))];
      scales.push(
        circle([x, y], 66, { fill: tone ?? palette.sea, stroke: palette.deep, 'stroke-width': 4 }) +
          path(`M${x - 40},${y + 14}a42,42 0 0 0 80,0`, {
            fill: 'none',
            stroke: palette.paper,
            'stroke-opacity': 0.5,
            'stroke-width': 4,
          }),
      );
    }
  }
  return svgDocument(classic[0], classic[1], palette.deep, scales.reverse());
}

function drawWheat(): string {
  const ear = (bend: number): string => {
    const stem: Point[] = [
      [0, 130],
      [bend * 6, 40],
      [bend * 22, -60],
      [bend * 48, -140],
    ];
    const grains = Array.from({ length: 7 }, (_, index) => {
      const at = index / 6;
      const x = bend * (14 + at * 36);
      const y = -20 - at * 118;
      const grain = (side: number): string =>
        `<ellipse cx="0" cy="0" rx="10" ry="23" transform="translate(${x + side * 17} ${y}) rotate(${side * 30 + bend * 14})" fill="${index % 2 === 0 ? '#c8922f' : '#b67d22'}"/>`;
      return grain(-1) + grain(1);
    });
    return (
      path(curve(stem), { fill: 'none', stroke: '#9a6f22', 'stroke-width': 6, 'stroke-linecap': 'round' }) +
      grains.join('')
    );
  };
  const ears = Array.from({ length: 13 * 4 }, (_, index) => {
    const row = Math.floor(index / 13);
    const column = index % 13;
    return placed(ear((row + column) % 2 === 0 ? 1 : -1), [60 + column * 126 + (row % 2) * 40, 150 + row * 235], 0.82);
  });
  return svgDocument(wide[0], wide[1], '#f5ead0', ears);
}
