import { circle, curve, line, type Point, path, rectangle, svgDocument, through } from './drawing.ts';
import { palette } from './palette.ts';
import { type PictureSource, pattern } from './picture-source.ts';
import { seededRandom } from './random.ts';
import { bands, glints, halftoneDisc, ridge } from './scenery.ts';

const wide = { width: 1600, height: 900 } as const;
const classic = { width: 1600, height: 1067 } as const;

/** Landscapes of the harbour, the sea and the marsh. */
export const waterLandscapes = {
  'shipyard-cranes': pattern(
    [wide.width, wide.height],
    'Stylised shipyard: three tall cranes in silhouette before a low halftone sun, with its light on the water.',
    'Cranes over the slip, drawn by rule.',
    drawShipyard,
  ),
  'seagrass-meadow': pattern(
    [classic.width, classic.height],
    'Stylised underwater meadow: hundreds of green blades bend the same way beneath slanting light, with three small fish.',
    'A meadow under Sandle Bay, as a program imagines it.',
    drawSeagrass,
  ),
  'marsh-channels': pattern(
    [classic.width, classic.height],
    'Stylised salt marsh from above: pale creeks branch and wind through ochre and green flats.',
    'Creeks in a salt marsh, drawn by rule.',
    drawMarsh,
  ),
  'lighthouse-beam': pattern(
    [wide.width, wide.height],
    'Stylised night coast: a lighthouse on a dark headland sends one broad pale beam across the picture.',
    'One beam, one headland.',
    drawLighthouse,
  ),
} satisfies Record<string, PictureSource>;

function drawShipyard(): string {
  const water = 690;
  return svgDocument(wide.width, wide.height, palette.foam, [
    bands(wide, 0, water, ['#d6e3e5', '#dee5e0', '#e8e6d9', '#f0e4cd', '#f2dcc0', '#efcfb1']),
    halftoneDisc([1090, 470], 215, palette.brick, 17),
    ridge('far shore', wide, 640, 26, '#9db4ba'),
    rectangle(0, water, wide.width, wide.height - water, { fill: palette.harbour }),
    glints('yard', wide, water, 1090, '#efcfb1'),
    crane([330, water], 1.12),
    crane([700, water], 0.82),
    crane([1330, water], 0.95),
    path(
      through(
        [
          [0, water],
          [0, 655],
          [460, 655],
          [470, 620],
          [610, 620],
          [620, 655],
          [960, 655],
          [990, water + 22],
          [0, water + 22],
        ],
        true,
      ),
      { fill: palette.deep },
    ),
    path(
      through(
        [
          [1120, water + 22],
          [1150, 640],
          [1600, 640],
          [1600, water + 22],
        ],
        true,
      ),
      { fill: palette.deep },
    ),
  ]);
}

function crane([x, foot]: Point, scale: number): string {
  const ink = { stroke: palette.deep, 'stroke-linecap': 'round' };
  const at = (dx: number, dy: number): Point => [x + dx * scale, foot - dy * scale];
  const braces = Array.from({ length: 9 }, (_, index) => [
    line(at(-210 + index * 60, 455), at(-180 + index * 60, 490), { ...ink, 'stroke-width': 4 }),
    line(at(-180 + index * 60, 490), at(-150 + index * 60, 455), { ...ink, 'stroke-width': 4 }),
  ]).flat();
  return [
    line(at(-42, 0), at(-18, 455), { ...ink, 'stroke-width': 15 * scale }),
    line(at(72, 0), at(48, 455), { ...ink, 'stroke-width': 15 * scale }),
    line(at(-34, 150), at(64, 150), { ...ink, 'stroke-width': 9 }),
    line(at(-26, 300), at(56, 300), { ...ink, 'stroke-width': 9 }),
    line(at(-34, 150), at(56, 300), { ...ink, 'stroke-width': 6 }),
    line(at(64, 150), at(-26, 300), { ...ink, 'stroke-width': 6 }),
    line(at(-215, 455), at(340, 455), { ...ink, 'stroke-width': 11 }),
    line(at(-200, 490), at(330, 490), { ...ink, 'stroke-width': 7 }),
    ...braces,
    line(at(15, 610), at(-200, 490), { ...ink, 'stroke-width': 5 }),
    line(at(15, 610), at(330, 490), { ...ink, 'stroke-width': 5 }),
    line(at(15, 455), at(15, 612), { ...ink, 'stroke-width': 12 * scale }),
    line(at(250, 455), at(250, 250), { ...ink, 'stroke-width': 4 }),
    rectangle(at(225, 0)[0], at(0, 250)[1], 50 * scale, 36 * scale, { fill: palette.brick }),
    rectangle(at(-225, 0)[0], at(0, 452)[1], 80 * scale, 56 * scale, { fill: palette.deep }),
  ].join('');
}

function drawSeagrass(): string {
  const random = seededRandom('seagrass');
  const greens = ['#2f5a58', '#3c6b5c', '#5f7552', '#7d8f5c', '#a3a86a'];
  const blades = Array.from({ length: 430 }, (_, index) => {
    const depth = index / 430;
    const x = random() * 1760 - 120;
    const foot = 700 + depth * 420;
    const height = (230 + random() * 330) * (0.55 + depth * 0.75);
    const lean = height * (0.22 + random() * 0.2);
    const colour = greens[Math.min(4, Math.floor(depth * 3.6 + random() * 1.4))] ?? palette.moss;
    const points: Point[] = [
      [x, foot],
      [x + lean * 0.1, foot - height * 0.4],
      [x + lean * 0.45, foot - height * 0.75],
      [x + lean, foot - height],
    ];
    return path(curve(points), {
      fill: 'none',
      stroke: colour,
      'stroke-width': 4 + depth * 11,
      'stroke-linecap': 'round',
    });
  });
  const rays = [180, 520, 800, 1190].map((x, index) =>
    path(
      through(
        [
          [x, 0],
          [x + 110 + index * 18, 0],
          [x - 260, 1067],
          [x - 560, 1067],
        ],
        true,
      ),
      { fill: '#ffffff', 'fill-opacity': 0.09 },
    ),
  );
  return svgDocument(classic.width, classic.height, palette.harbour, [
    bands(classic, 0, 1067, ['#b9d3d6', '#a3c4ca', '#8bb3bd', '#72a0ae', '#5a8c9d', '#44788c', '#33667b', '#27566c']),
    ...rays,
    ...blades.slice(0, 260),
    fish([1060, 430], 1),
    fish([1220, 500], 0.7),
    fish([420, 350], 0.8),
    ...blades.slice(260),
  ]);
}

function fish([x, y]: Point, scale: number): string {
  const at = (dx: number, dy: number): Point => [x + dx * scale, y + dy * scale];
  return (
    path(`${curve([at(-70, 0), at(-20, -26), at(50, 0), at(-20, 26), at(-70, 0)])}Z`, { fill: palette.paper }) +
    path(through([at(-56, 0), at(-104, -28), at(-92, 0), at(-104, 28)], true), { fill: palette.paper }) +
    circle(at(24, -5), 5 * scale, { fill: palette.ink })
  );
}

function drawMarsh(): string {
  const random = seededRandom('marsh');
  const tufts = Array.from({ length: 1500 }, () => {
    const at: Point = [random() * 1600, random() * 1067];
    const colours = ['#8a8a4c', '#a59a55', '#6c7a4c', '#c3ae6c'];
    return circle(at, 5 + random() * 17, {
      fill: colours[Math.floor(random() * 4)] ?? palette.moss,
      'fill-opacity': 0.75,
    });
  });
  const creeks = creek([-40, 560], 0.02, 74, 0, random);
  return svgDocument(classic.width, classic.height, '#94924f', [
    ...tufts,
    ...creeks.map(({ d, width }) =>
      path(d, {
        fill: 'none',
        stroke: '#5c6a45',
        'stroke-width': width + 20,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    ),
    ...creeks.map(({ d, width }) =>
      path(d, {
        fill: 'none',
        stroke: '#d9cda2',
        'stroke-width': width + 9,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    ),
    ...creeks.map(({ d, width }) =>
      path(d, {
        fill: 'none',
        stroke: '#a9c6cb',
        'stroke-width': width,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    ),
  ]);
}

type Creek = { d: string; width: number };

/** A creek that meanders onwards and throws off narrower ones to either side, three times deep. */
function creek(from: Point, heading: number, width: number, depth: number, random: () => number): Creek[] {
  const points: Point[] = [from];
  const branches: Creek[] = [];
  const phase = random() * 6;
  const steps = [34, 12, 6, 4][depth] ?? 4;
  let [x, y] = from;
  for (let step = 1; step <= steps; step += 1) {
    const angle = heading + Math.sin(step * 0.62 + phase) * 0.95;
    x += Math.cos(angle) * 58 * (1 - depth * 0.18);
    y += Math.sin(angle) * 58 * (1 - depth * 0.18);
    points.push([x, y]);
    if (depth < 3 && step % (depth === 0 ? 4 : 3) === 2) {
      const side = Math.floor(step / 4) % 2 === 0 ? 1 : -1;
      branches.push(...creek([x, y], heading + side * (0.8 + random() * 0.5), width * 0.4, depth + 1, random));
    }
  }
  return [...branches, { d: curve(points), width }];
}

function drawLighthouse(): string {
  const lamp: Point = [1180, 318];
  return svgDocument(wide.width, wide.height, palette.night, [
    bands(wide, 0, 900, ['#0d1626', '#101d30', '#14263b', '#1a3047', '#213b53', '#2a475e']),
    path(through([lamp, [-80, 30], [-80, 560]], true), { fill: '#f3e3b5', 'fill-opacity': 0.82 }),
    path(through([lamp, [1680, 210], [1680, 340]], true), { fill: '#f3e3b5', 'fill-opacity': 0.3 }),
    rectangle(0, 690, 1600, 210, { fill: '#0d1a2a' }),
    glints('beam', wide, 700, 330, '#f3e3b5', 90),
    path(
      `${curve([
        [760, 910],
        [860, 790],
        [960, 745],
        [1060, 640],
        [1180, 600],
        [1300, 610],
        [1420, 560],
        [1640, 540],
      ])}L1640,910Z`,
      { fill: '#060c15' },
    ),
    path(
      through(
        [
          [1142, 620],
          [1156, 352],
          [1204, 352],
          [1218, 620],
        ],
        true,
      ),
      { fill: palette.paper },
    ),
    ...[0, 1].map((index) => {
      const top = 420 + index * 100;
      const half = (y: number) => 24 + ((y - 352) / 268) * 14;
      return path(
        through(
          [
            [1180 - half(top), top],
            [1180 + half(top), top],
            [1180 + half(top + 48), top + 48],
            [1180 - half(top + 48), top + 48],
          ],
          true,
        ),
        { fill: palette.brick },
      );
    }),
    rectangle(1146, 340, 68, 12, { fill: palette.ink }),
    rectangle(1162, 296, 36, 46, { fill: '#fff3c9' }),
    path(
      through(
        [
          [1154, 298],
          [1180, 264],
          [1206, 298],
        ],
        true,
      ),
      { fill: palette.brick },
    ),
    circle(lamp, 62, { fill: '#fff3c9', 'fill-opacity': 0.22 }),
  ]);
}
