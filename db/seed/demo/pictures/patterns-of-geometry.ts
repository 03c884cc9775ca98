import { circle, curve, line, type Point, path, rectangle, svgDocument, through } from './drawing.ts';
import { palette } from './palette.ts';
import { type PictureSource, pattern } from './picture-source.ts';
import { seededRandom, seededSwell } from './random.ts';
import { placed } from './scenery.ts';

const wide = [1600, 900] as const;
const classic = [1600, 1067] as const;

/** Ornaments made of circles, arcs and waves. */
export const geometryPatterns = {
  'bell-rings': pattern(
    wide,
    'Pattern of rings spreading from the dark outline of a bell, like sound or like ripples.',
    'A bell and what it does to the air.',
    drawBell,
  ),
  'eightfold-stars': pattern(
    wide,
    'Pattern of interlaced eight-pointed stars and crosses in deep blue, cream and ochre.',
    'Stars and crosses, an old way to fill a wall.',
    drawStars,
  ),
  'mill-wheel': pattern(
    wide,
    'Stylised water wheel with twenty-four paddles, half in the water, with ripples running off to the right.',
    'A wheel of twenty-four paddles.',
    drawMill,
  ),
  'eleven-minutes': pattern(
    wide,
    'Pattern of concentric clock arcs with sixty ticks, in which the sector of eleven minutes is filled in red.',
    'Eleven minutes of sixty.',
    drawClock,
  ),
  'seigaiha-waves': pattern(
    wide,
    'Pattern of overlapping concentric arcs in blues and cream, the wave pattern known in Japan as seigaiha.',
    'Seigaiha: the sea as overlapping fans.',
    drawSeigaiha,
  ),
  'seventh-wave': pattern(
    classic,
    'Pattern of stacked wave lines; the seventh from the top is red and no taller than the others.',
    'The seventh line is red. It is no taller than the rest.',
    drawSeventhWave,
  ),
  'organ-pipes': pattern(
    wide,
    'Pattern of upright bars of many heights, like organ pipes and like a sound wave, one of them red.',
    'Pipes, or the shape of a chord.',
    drawOrgan,
  ),
  'spiral-stairs': pattern(
    classic,
    'A spiral staircase seen from above: wedge-shaped steps darken towards the centre, three of them red.',
    'Three hundred and twelve steps would not fit. These are ninety.',
    drawSpiral,
  ),
  'crossed-oars': pattern(
    wide,
    'Pattern of crossed oars with blue and red blades on cream.',
    'Oars at rest.',
    drawOars,
  ),
} satisfies Record<string, PictureSource>;

function drawBell(): string {
  const centre: Point = [800, 470];
  const rings = Array.from({ length: 24 }, (_, index) => 24 - index).map((index) =>
    circle(centre, 60 + index * 42, {
      fill: 'none',
      stroke: index % 6 === 0 ? palette.brick : palette.harbour,
      'stroke-width': 15 - index * 0.42,
      'stroke-opacity': 1 - index * 0.028,
    }),
  );
  const bell =
    'M800,270c-92,0 -128,84 -134,176c-5,72 -26,112 -64,140v26h396v-26c-38,-28 -59,-68 -64,-140c-6,-92 -42,-176 -134,-176Z';
  return svgDocument(wide[0], wide[1], '#e8ecea', [
    ...rings,
    path(bell, { fill: palette.ink, stroke: '#e8ecea', 'stroke-width': 22, 'stroke-linejoin': 'round' }),
    path(bell, { fill: palette.ink }),
    circle([800, 640], 34, { fill: palette.ink, stroke: '#e8ecea', 'stroke-width': 10 }),
    circle([800, 262], 24, { fill: 'none', stroke: palette.ink, 'stroke-width': 14 }),
    rectangle(640, 552, 320, 10, { fill: '#e8ecea' }),
  ]);
}

function drawStars(): string {
  const size = 200;
  const star = (reach: number): string =>
    through(
      Array.from({ length: 16 }, (_, index): Point => {
        const angle = (index / 16) * Math.PI * 2 + Math.PI / 8;
        const radius = index % 2 === 0 ? reach : reach * 0.765;
        return [Math.cos(angle) * radius, Math.sin(angle) * radius];
      }),
      true,
    );
  const turned = 180 / 8;
  const shape = [
    path(star(106), { fill: palette.harbour, stroke: palette.paper, 'stroke-width': 7, 'stroke-linejoin': 'round' }),
    path(star(76), { fill: palette.paper }),
    path(star(62), { fill: palette.ochre }),
    path(star(38), { fill: palette.deep }),
    circle([0, 0], 11, { fill: palette.paper }),
  ].join('');
  const tiles = Array.from({ length: 9 * 6 }, (_, index) =>
    placed(shape, [(index % 9) * size, Math.floor(index / 9) * size - 50], 1, turned),
  );
  const knots = Array.from({ length: 9 * 6 }, (_, index) => {
    const x = (index % 9) * size + 100;
    const y = Math.floor(index / 9) * size + 50;
    return rectangle(x - 20, y - 20, 40, 40, { fill: palette.brick, transform: `rotate(45 ${x} ${y})` });
  });
  return svgDocument(wide[0], wide[1], palette.sea, [...tiles, ...knots]);
}

function drawMill(): string {
  const hub: Point = [640, 520];
  const at = (turn: number, reach: number): Point => [hub[0] + Math.cos(turn) * reach, hub[1] + Math.sin(turn) * reach];
  const paddles = Array.from({ length: 24 }, (_, index) => {
    const turn = (index / 24) * Math.PI * 2;
    return [
      index % 2 === 0 ? line(hub, at(turn, 330), { stroke: '#5d4330', 'stroke-width': 15 }) : '',
      path(through([at(turn - 0.015, 320), at(turn - 0.05, 420), at(turn + 0.06, 420), at(turn + 0.035, 320)], true), {
        fill: '#7a5a3f',
      }),
    ].join('');
  });
  const ripples = Array.from({ length: 12 }, (_, index) => {
    const y = 668 + index * 21;
    const points: Point[] = Array.from({ length: 61 }, (_unused, step) => [
      step * 27,
      y + Math.sin(step * 0.55 + index * 1.7) * (4 + index * 0.5),
    ]);
    return path(curve(points), {
      fill: 'none',
      stroke: index % 3 === 0 ? palette.foam : palette.sea,
      'stroke-width': 5,
      'stroke-opacity': 0.75,
    });
  });
  return svgDocument(wide[0], wide[1], '#ecdfc3', [
    circle([1290, 210], 110, { fill: palette.ochre }),
    rectangle(0, 380, 420, 300, { fill: '#cdb993' }),
    ...Array.from({ length: 24 }, (_, index) =>
      rectangle((index % 6) * 72 - (Math.floor(index / 6) % 2) * 36, 384 + Math.floor(index / 6) * 74, 66, 68, {
        fill: '#bda87f',
      }),
    ),
    ...paddles,
    circle(hub, 330, { fill: 'none', stroke: '#5d4330', 'stroke-width': 26 }),
    circle(hub, 250, { fill: 'none', stroke: '#5d4330', 'stroke-width': 11 }),
    circle(hub, 48, { fill: '#3e2c20' }),
    circle(hub, 17, { fill: '#ecdfc3' }),
    rectangle(0, 655, 1600, 245, { fill: palette.harbour, 'fill-opacity': 0.9 }),
    ...ripples,
  ]);
}

function drawClock(): string {
  const centre: Point = [800, 450];
  const at = (minute: number, reach: number): Point => {
    const angle = (minute / 60) * Math.PI * 2 - Math.PI / 2;
    return [centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach];
  };
  const ticks = Array.from({ length: 60 }, (_, minute) =>
    line(at(minute, minute % 5 === 0 ? 345 : 368), at(minute, 398), {
      stroke: palette.ink,
      'stroke-width': minute % 5 === 0 ? 13 : 6,
    }),
  );
  const sector = [centre, ...Array.from({ length: 45 }, (_, index) => at((index / 44) * 11, 322))];
  const halos = Array.from({ length: 9 }, (_, index) =>
    circle(centre, 470 + index * 62, {
      fill: 'none',
      stroke: palette.harbour,
      'stroke-width': 18,
      'stroke-opacity': 0.5 - index * 0.045,
    }),
  );
  return svgDocument(wide[0], wide[1], '#dfe8e8', [
    ...halos,
    circle(centre, 424, { fill: palette.paper, stroke: palette.ink, 'stroke-width': 12 }),
    path(through(sector, true), { fill: palette.brick }),
    ...ticks,
    line(at(30, 50), at(0, 290), { stroke: palette.ink, 'stroke-width': 13, 'stroke-linecap': 'round' }),
    line(at(41, 50), at(11, 305), { stroke: palette.ink, 'stroke-width': 13, 'stroke-linecap': 'round' }),
    circle(centre, 23, { fill: palette.ink }),
  ]);
}

function drawSeigaiha(): string {
  const random = seededRandom('seigaiha');
  const fans: string[] = [];
  for (let row = 0; row < 21; row += 1) {
    for (let column = -1; column < 11; column += 1) {
      const centre: Point = [column * 160 + (row % 2) * 80, row * 46 + 30];
      const warm = random() > 0.955;
      const inks = warm
        ? [palette.brick, palette.paper, palette.brick, palette.paper, palette.brick]
        : [palette.deep, palette.paper, palette.harbour, palette.paper, palette.sea];
      fans.push(...inks.map((fill, ring) => circle(centre, 80 - ring * 16, { fill })));
    }
  }
  return svgDocument(wide[0], wide[1], palette.deep, fans);
}

function drawSeventhWave(): string {
  const waves = Array.from({ length: 15 }, (_, index) => {
    const swell = seededSwell(`wave ${index}`, 7);
    const level = 130 + index * 66;
    const points: Point[] = Array.from({ length: 101 }, (_unused, step) => [step * 16, level - swell(step / 100) * 34]);
    const seventh = index === 6;
    return path(`${curve(points)}L1600,1100L0,1100Z`, {
      fill: palette.foam,
      stroke: seventh ? palette.brick : palette.harbour,
      'stroke-width': seventh ? 11 : 6,
    });
  });
  return svgDocument(classic[0], classic[1], palette.paper, waves);
}

function drawOrgan(): string {
  const swell = seededSwell('organ', 6);
  const random = seededRandom('organ');
  const pipes = Array.from({ length: 40 }, (_, index) => {
    const middle = 1 - Math.abs(index - 19.5) / 20;
    const height = 90 + middle * 300 + Math.abs(swell(index / 40)) * 190 + random() * 40;
    const x = 20 + index * 39;
    const red = index === 27;
    return [
      rectangle(x, 450 - height / 1.55, 25, height * 1.29, {
        fill: red ? palette.brick : palette.paper,
        rx: 12,
        'fill-opacity': red ? 1 : 0.45 + middle * 0.55,
      }),
      rectangle(x + 7, 450 + height * 0.38, 11, 26, { fill: palette.deep, rx: 5 }),
    ].join('');
  });
  return svgDocument(wide[0], wide[1], palette.deep, pipes);
}

function drawSpiral(): string {
  const centre: Point = [800, 533];
  const steps = Array.from({ length: 90 }, (_, index) => {
    const turn = index * 0.2;
    const outer = 1060 * 0.981 ** index;
    const on = (angle: number, reach: number): Point => [
      centre[0] + Math.cos(angle) * reach,
      centre[1] + Math.sin(angle) * reach,
    ];
    const shade = Math.round(236 - index * 1.9 - (index % 2) * 14);
    const fill = [12, 41, 66].includes(index) ? palette.brick : `rgb(${shade},${shade - 6},${shade - 20})`;
    return path(through([centre, on(turn, outer), on(turn + 0.1, outer * 1.004), on(turn + 0.205, outer)], true), {
      fill,
      stroke: '#3b362f',
      'stroke-width': 2.5,
    });
  });
  return svgDocument(classic[0], classic[1], '#cfc6b4', [
    ...steps,
    circle(centre, 66, { fill: '#26221d' }),
    circle(centre, 30, { fill: palette.ochre }),
  ]);
}

function drawOars(): string {
  const oar = (colour: string): string =>
    [
      rectangle(-7, -150, 14, 300, { fill: '#a5793f', rx: 6 }),
      path('M-13,-60L13,-60L30,-150L30,-232Q0,-262 -30,-232L-30,-150Z', { fill: colour }),
      rectangle(-30, -206, 60, 16, { fill: palette.paper }),
      rectangle(-11, 120, 22, 54, { fill: palette.ink, rx: 8 }),
    ].join('');
  const pairs = Array.from({ length: 21 }, (_, index) => {
    const row = Math.floor(index / 7);
    const at: Point = [130 + (index % 7) * 232 - (row % 2) * 40, 150 + row * 310];
    return placed(oar(palette.harbour), at, 0.72, 32) + placed(oar(palette.brick), at, 0.72, -32);
  });
  return svgDocument(wide[0], wide[1], palette.sand, pairs);
}
