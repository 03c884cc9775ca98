import { circle, curve, line, type Point, path, rectangle, svgDocument, through } from './drawing.ts';
import { palette } from './palette.ts';
import { type PictureSource, pattern } from './picture-source.ts';
import { seededRandom } from './random.ts';
import { bands, halftoneDisc, ridge, skylineOf, stars } from './scenery.ts';

const wide = { width: 1600, height: 900 } as const;
const tall = { width: 1600, height: 1200 } as const;

/** Landscapes of hills, towns and the night. */
export const landLandscapes = {
  'teval-crossing': pattern(
    [wide.width, wide.height],
    'Stylised gorge: a slender arch bridge joins two cliffs, with paler and paler ridges behind it.',
    'A bridge over a gorge, drawn by rule.',
    drawBridge,
  ),
  'town-on-the-hill': pattern(
    [tall.width, tall.height],
    'Stylised hill town: some two hundred small houses with red and ochre roofs are stacked up a slope under a pale sky.',
    'Two hundred houses, placed by a program.',
    drawHillTown,
  ),
  'night-over-hollin-fell': pattern(
    [wide.width, wide.height],
    'Stylised night sky with the band of the galaxy over a dark fell, on which a small observatory dome stands open.',
    'The sky here is random; the stars are in no catalogue.',
    drawNightSky,
  ),
  'peat-pools': pattern(
    [wide.width, wide.height],
    'Stylised moor: brown and violet ridges in mist, with a staircase of still pools in the foreground.',
    'Pools behind small dams, drawn by rule.',
    drawPeat,
  ),
  'market-lights': pattern(
    [tall.width, tall.height],
    'Stylised night market: strings of warm lamps hang in arcs over a row of striped awnings.',
    'Lamps and awnings, drawn by rule.',
    drawMarket,
  ),
} satisfies Record<string, PictureSource>;

function drawBridge(): string {
  const deck = 430;
  const arch: Point[] = Array.from({ length: 41 }, (_, index) => {
    const at = index / 40;
    return [430 + at * 740, 770 - Math.sin(at * Math.PI) * 300];
  });
  const posts = arch
    .filter((_, index) => index % 3 === 2)
    .map(([x, y]) => line([x, deck], [x, y], { stroke: palette.ink, 'stroke-width': 6 }));
  const walkers = [560, 600, 770, 905, 930, 1010].map(
    (x) =>
      circle([x, deck - 26], 7, { fill: palette.brick }) +
      line([x, deck - 20], [x, deck - 6], { stroke: palette.brick, 'stroke-width': 7 }),
  );
  return svgDocument(wide.width, wide.height, palette.foam, [
    bands(wide, 0, 900, ['#e9eef0', '#e3eaec', '#dbe5e7', '#d2dfe2', '#c8d8dc', '#bed1d6']),
    halftoneDisc([520, 230], 120, palette.ochre, 13),
    ridge('teval far', wide, 420, 70, '#b3c8ce'),
    ridge('teval middle', wide, 540, 80, '#8fadb7'),
    ridge('teval near', wide, 690, 70, '#5d8594'),
    path(
      through(
        [
          [0, 380],
          [250, 400],
          [420, 410],
          [470, 520],
          [455, 640],
          [520, 780],
          [560, 900],
          [0, 900],
        ],
        true,
      ),
      { fill: palette.deep },
    ),
    path(
      through(
        [
          [1600, 360],
          [1400, 395],
          [1180, 410],
          [1130, 540],
          [1150, 660],
          [1080, 790],
          [1040, 900],
          [1600, 900],
        ],
        true,
      ),
      { fill: palette.deep },
    ),
    path(curve(arch), { fill: 'none', stroke: palette.ink, 'stroke-width': 20 }),
    ...posts,
    rectangle(0, deck - 6, 1600, 18, { fill: palette.ink }),
    rectangle(380, deck - 34, 840, 4, { fill: palette.ink }),
    ...walkers,
  ]);
}

function drawHillTown(): string {
  const random = seededRandom('town on the hill');
  const roofs = [palette.brick, '#c8694e', palette.ochre, '#8f3a28', '#a8533d'];
  const walls = ['#f7f3ea', '#efe2c8', '#e7d6b6', '#f2e9da'];
  const houses: string[] = [];
  for (let row = 0; row < 13; row += 1) {
    const y = 400 + row * 66;
    const half = 200 + row * 74;
    const size = 52 + row * 5;
    for (let x = 830 - half; x < 830 + half; x += size * (0.98 + random() * 0.32)) {
      const lift = (random() - 0.5) * 30 + (Math.abs(x - 830) / half) ** 2 * 70;
      houses.push(
        house(
          [x, y + lift],
          size * (0.85 + random() * 0.35),
          roofs[Math.floor(random() * 5)] ?? palette.brick,
          walls[Math.floor(random() * 4)] ?? palette.paper,
          random,
        ),
      );
    }
  }
  return svgDocument(tall.width, tall.height, '#dfe7e4', [
    bands(tall, 0, 700, ['#cfdfe2', '#d8e4e3', '#e1e8e2', '#e9ebdf', '#f0ecda']),
    ridge('behind the town', tall, 520, 90, '#aebfb4'),
    path(
      `${curve([
        [-50, 1210],
        [120, 900],
        [480, 470],
        [830, 330],
        [1180, 480],
        [1480, 860],
        [1660, 1100],
      ])}L1660,1210Z`,
      { fill: palette.moss },
    ),
    ...houses,
    rectangle(800, 236, 46, 150, { fill: '#efe2c8' }),
    path(
      through(
        [
          [792, 238],
          [823, 150],
          [854, 238],
        ],
        true,
      ),
      { fill: palette.slate },
    ),
  ]);
}

function house([x, y]: Point, size: number, roof: string, wall: string, random: () => number): string {
  const height = size * (0.75 + random() * 0.4);
  const windows = [0.24, 0.62].map((at) =>
    rectangle(x + size * at, y + height * 0.28, size * 0.15, size * 0.22, {
      fill: random() > 0.8 ? palette.ochre : palette.slate,
    }),
  );
  return [
    rectangle(x, y, size, height, { fill: wall }),
    rectangle(x + size * 0.78, y, size * 0.22, height, { fill: '#00000018' }),
    path(
      through(
        [
          [x - size * 0.08, y],
          [x + size * 0.5, y - size * 0.42],
          [x + size * 1.08, y],
        ],
        true,
      ),
      { fill: roof },
    ),
    ...windows,
  ].join('');
}

function drawNightSky(): string {
  const random = seededRandom('galaxy');
  const galaxy = Array.from({ length: 1500 }, () => {
    const along = random();
    const across = (random() + random() + random() - 1.5) * 190;
    return circle([along * 1700 - 50 + across * 0.35, 760 - along * 760 + across], 0.6 + random() ** 5 * 2.4, {
      fill: '#dfe6ee',
      'fill-opacity': 0.2 + random() * 0.6,
    });
  });
  const skyline = skylineOf('hollin fell', wide, 755, 62);
  const [x, y] = skyline[112] ?? [1120, 740];
  return svgDocument(wide.width, wide.height, palette.night, [
    bands(wide, 0, 900, ['#0a1120', '#0d1728', '#111e32', '#16273d', '#1d3149', '#273d55']),
    stars('sky', wide, 800, 520, '#ffffff'),
    ...galaxy,
    ridge('hollin far', wide, 720, 40, '#0d1a2b'),
    path(`M${x - 66},${y + 20}v-66a66,66 0 0 1 132,0v66Z`, { fill: palette.paper }),
    path(
      through(
        [
          [x + 2, y - 50],
          [x + 16, y - 112],
          [x + 44, y - 98],
          [x + 30, y - 44],
        ],
        true,
      ),
      { fill: palette.night },
    ),
    rectangle(x - 74, y - 46, 148, 12, { fill: palette.mist }),
    ridge('hollin fell', wide, 755, 62, '#050a12'),
  ]);
}

function drawPeat(): string {
  const random = seededRandom('peat pools');
  const pools = Array.from({ length: 9 }, (_, index) => {
    const y = 655 + index * 20 + index ** 2 * 1.6;
    const reach = 70 + index * 34 + random() * 60;
    const x = 800 + (index % 2 === 0 ? -1 : 1) * (120 + index * 52) + (random() - 0.5) * 160;
    const deep = 5 + index * 2.2;
    const shore = Array.from({ length: 13 }, (_unused, step): Point => {
      const angle = (step / 12) * Math.PI * 2;
      const wander = step === 12 ? 1 : 0.82 + Math.abs(Math.sin(step * 2.1 + index)) * 0.36;
      return [x + Math.cos(angle) * reach * wander, y + Math.sin(angle) * deep * wander];
    });
    return [
      path(`${curve(shore.map(([left, top]) => [left, top + 5 + index]))}Z`, { fill: '#2a1f1b' }),
      path(`${curve([...shore.slice(0, 12), shore[0] ?? [x, y]])}Z`, { fill: index % 3 === 1 ? '#c3ccd0' : '#dfe5e3' }),
    ].join('');
  });
  return svgDocument(wide.width, wide.height, '#e7e4dc', [
    bands(wide, 0, 640, ['#e9e6df', '#e3e1dc', '#dcdbd8', '#d4d4d3']),
    ridge('peat one', wide, 330, 60, '#c0bdc3'),
    ridge('peat two', wide, 410, 60, '#9f98a3'),
    ridge('peat three', wide, 490, 50, '#7d7079'),
    ridge('peat four', wide, 570, 36, '#5e4a4a'),
    ridge('peat five', wide, 625, 14, '#463530'),
    ...pools,
  ]);
}

function drawMarket(): string {
  const random = seededRandom('market');
  const strings = [150, 300, 440, 590].flatMap((level, index) => {
    const points: Point[] = Array.from({ length: 81 }, (_, step) => {
      const at = step / 80;
      return [at * 1600, level + Math.sin(((at * (2 + (index % 2)) + index * 0.4) % 1) * Math.PI) * 110];
    });
    const lamps = points
      .filter((_, step) => step % 4 === 2)
      .map(([x, y]) => {
        const size = 11 + index * 3 + random() * 4;
        return (
          circle([x, y + 16], size * 2.6, { fill: '#f0b95a', 'fill-opacity': 0.16 }) +
          circle([x, y + 16], size, { fill: random() > 0.85 ? '#e07b52' : '#f7d58b' })
        );
      });
    return [path(through(points), { fill: 'none', stroke: '#3c4a5c', 'stroke-width': 4 }), ...lamps];
  });
  const awnings = [palette.brick, palette.harbour, palette.moss, palette.ochre].flatMap((colour, index) => {
    const left = index * 400 + 18;
    const stripes = Array.from({ length: 8 }, (_, stripe) => {
      const x = left + stripe * 45.5;
      return path(`M${x},850L${x + 45.5},850L${x + 45.5},960a22.75,24 0 0 1 -45.5,0Z`, {
        fill: stripe % 2 === 0 ? colour : palette.paper,
      });
    });
    return [
      rectangle(left + 16, 930, 332, 290, { fill: '#f0b95a', 'fill-opacity': 0.5 }),
      rectangle(left + 16, 1080, 332, 130, { fill: '#3a2a22' }),
      ...stripes,
    ];
  });
  return svgDocument(tall.width, tall.height, palette.night, [
    bands(tall, 0, 1200, ['#0f1828', '#121d30', '#162339', '#1b2a42', '#21324b', '#293b54']),
    ...strings,
    ...awnings,
  ]);
}
