import { circle, curve, line, type Point, path, rectangle, svgDocument } from './drawing.ts';
import { palette } from './palette.ts';
import { type PictureSource, pattern } from './picture-source.ts';
import { seededRandom } from './random.ts';
import { placed } from './scenery.ts';

const wide = [1600, 900] as const;
const classic = [1600, 1067] as const;

/** Ornaments for stories that happen indoors: ballots, chairs, pages and books. */
export const paperPatterns = {
  'ballot-papers': pattern(
    wide,
    'Pattern of rows of small ballot boxes on paper, most of them crossed by hand, a few in red.',
    'A field of crosses.',
    drawBallots,
  ),
  'empty-chair': pattern(
    wide,
    'Pattern of rows of identical dark chairs, among which one stands empty in red and turned away.',
    'One chair, turned away.',
    drawChairs,
  ),
  'page-of-columns': pattern(
    wide,
    'Abstract newspaper page: a red masthead rule, a dark headline and columns of grey lines around one blue picture.',
    'A page with the words left out.',
    drawPage,
  ),
  'book-spines': pattern(
    classic,
    'Pattern of three shelves of book spines in muted colours, some of them leaning.',
    'Books without titles, on shelves without walls.',
    drawSpines,
  ),
} satisfies Record<string, PictureSource>;

function drawBallots(): string {
  const random = seededRandom('ballots');
  const boxes = Array.from({ length: 16 * 9 }, (_, index) => {
    const x = 50 + (index % 16) * 94;
    const y = 30 + Math.floor(index / 16) * 94;
    const red = random() > 0.94;
    const stroke = red ? palette.brick : palette.ink;
    const jitter = () => (random() - 0.5) * 16;
    const cross = [
      line([x + 16 + jitter(), y + 16 + jitter()], [x + 74 + jitter(), y + 74 + jitter()], {
        stroke,
        'stroke-width': 9,
        'stroke-linecap': 'round',
      }),
      line([x + 74 + jitter(), y + 16 + jitter()], [x + 16 + jitter(), y + 74 + jitter()], {
        stroke,
        'stroke-width': 9,
        'stroke-linecap': 'round',
      }),
    ];
    const box = rectangle(x + 8, y + 8, 74, 74, {
      fill: red ? '#f3ddd2' : '#fffdf7',
      stroke: palette.mist,
      'stroke-width': 4,
    });
    return random() > 0.3 || red ? [box, ...cross].join('') : box;
  });
  return svgDocument(wide[0], wide[1], palette.paper, boxes);
}

function drawChairs(): string {
  const chair = (colour: string): string =>
    [
      rectangle(-46, -120, 92, 84, { fill: colour, rx: 14 }),
      rectangle(-54, -28, 108, 30, { fill: colour, rx: 10 }),
      ...[-44, 32].map((x) => rectangle(x, 0, 12, 76, { fill: colour })),
      ...[-30, 18].map((x) => rectangle(x, -40, 12, 16, { fill: colour })),
    ].join('');
  const chairs = Array.from({ length: 27 }, (_, index) => {
    const row = Math.floor(index / 9);
    const at: Point = [110 + (index % 9) * 172, 210 + row * 275];
    return index === 15
      ? placed(chair(palette.brick), [at[0] + 14, at[1] + 4], 1, 16)
      : placed(chair(palette.deep), at);
  });
  return svgDocument(
    wide[0],
    wide[1],
    palette.sand,
    [0, 1, 2].map((row) => rectangle(0, 262 + row * 275, 1600, 26, { fill: '#dccfb1' })).concat(chairs),
  );
}

function drawPage(): string {
  const random = seededRandom('page');
  const columns = [0, 1, 2, 3].flatMap((column) =>
    Array.from({ length: 34 }, (_, row) => {
      const y = 372 + row * 22;
      const inPicture = (column === 1 || column === 2) && y < 660;
      const short = random() > 0.88;
      return inPicture || y > 1040
        ? ''
        : rectangle(180 + column * 318, y, (short ? 0.3 + random() * 0.5 : 1) * 286, 9, { fill: '#b9b6ae' });
    }),
  );
  return svgDocument(wide[0], wide[1], '#cfd6d8', [
    rectangle(128, 56, 1360, 900, { fill: '#b4bdc0' }),
    rectangle(112, 40, 1360, 900, { fill: palette.paper }),
    rectangle(180, 92, 1240, 10, { fill: palette.brick }),
    rectangle(180, 132, 560, 66, { fill: palette.ink }),
    rectangle(1180, 150, 240, 12, { fill: '#b9b6ae' }),
    rectangle(1180, 176, 180, 12, { fill: '#b9b6ae' }),
    rectangle(180, 224, 1240, 3, { fill: palette.ink }),
    rectangle(180, 254, 1020, 36, { fill: palette.slate }),
    rectangle(180, 306, 700, 36, { fill: palette.slate }),
    ...columns,
    rectangle(498, 372, 604, 280, { fill: palette.sea }),
    path(
      `${curve([
        [498, 590],
        [600, 530],
        [720, 570],
        [840, 500],
        [980, 560],
        [1102, 510],
      ])}L1102,652L498,652Z`,
      { fill: palette.harbour },
    ),
    circle([980, 442], 36, { fill: palette.paper }),
  ]);
}

function drawSpines(): string {
  const random = seededRandom('spines');
  const shelves = [0, 1, 2].flatMap((shelf) => {
    const floor = 330 + shelf * 345;
    const books: string[] = [rectangle(0, floor, 1600, 22, { fill: '#6b4f3c' })];
    for (let x = 14; x < 1570; ) {
      const width = 26 + random() * 52;
      const leaning = random() > 0.93;
      books.push(placed(spine(width, random), [leaning ? x + 8 : x, floor], 1, leaning ? 9 : 0));
      x += width + (leaning ? 56 : 3);
    }
    return books;
  });
  return svgDocument(classic[0], classic[1], '#241d19', shelves);
}

const pale = { fill: palette.paper, 'fill-opacity': 0.7 };

const bindings = [
  palette.harbour,
  palette.brick,
  palette.ochre,
  palette.moss,
  palette.slate,
  palette.deep,
  palette.rose,
  palette.sea,
  '#8a5a44',
  '#e3d4b4',
];

/** One book, its foot on the shelf; the pale bands and labels differ. */
function spine(width: number, random: () => number): string {
  const height = 190 + random() * 100;
  const fill = bindings[Math.floor(random() * bindings.length)] ?? palette.slate;
  const label = random();
  const bands = [
    { from: 0.35, shape: rectangle(0, -height * 0.84, width, 9, pale) },
    { from: 0.55, shape: rectangle(0, -height * 0.2, width, 9, pale) },
    { from: 0.7, shape: rectangle(width * 0.25, -height * 0.72, width * 0.5, height * 0.36, pale) },
  ];
  return [
    rectangle(0, -height, width, height, { fill }),
    ...bands.filter(({ from }) => label > from).map(({ shape }) => shape),
    rectangle(width - 5, -height, 5, height, { fill: '#00000022' }),
  ].join('');
}
