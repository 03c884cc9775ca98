import { circle, element, type Point, path, svgDocument, through } from './drawing.ts';
import { lettering } from './lettering.ts';
import { mapTitle } from './map-frame.ts';
import { palette } from './palette.ts';

type Line = { colour: string; width: number; points: Point[]; stops: Point[] };

const lines: Line[] = [
  {
    colour: palette.slate,
    width: 14,
    points: [
      [120, 640],
      [420, 640],
      [640, 500],
      [1480, 500],
    ],
    stops: [
      [200, 640],
      [120, 640],
      [360, 640],
      [960, 500],
      [1160, 500],
      [1360, 500],
      [1480, 500],
    ],
  },
  {
    colour: palette.harbour,
    width: 14,
    points: [
      [300, 220],
      [300, 300],
      [640, 500],
      [900, 760],
      [1240, 760],
    ],
    stops: [
      [300, 220],
      [405, 362],
      [770, 630],
      [1020, 760],
      [1240, 760],
    ],
  },
  {
    colour: palette.moss,
    width: 14,
    points: [
      [640, 840],
      [640, 330],
      [520, 230],
    ],
    stops: [
      [640, 840],
      [520, 230],
      [640, 660],
      [640, 390],
    ],
  },
  {
    colour: palette.brick,
    width: 22,
    points: [
      [470, 760],
      [640, 500],
      [900, 250],
      [1400, 250],
    ],
    stops: [
      [470, 760],
      [770, 375],
      [900, 250],
      [1150, 250],
      [1400, 250],
    ],
  },
];

/** The tram network as a diagram: four lines, one of them new. */
export function drawTramMap(): string {
  const diagram = [
    ...lines.flatMap(drawLine),
    path(
      through([
        [956, 250],
        [1094, 250],
      ]),
      { stroke: palette.paper, 'stroke-width': 8, 'stroke-dasharray': '16 12' },
    ),
    circle([640, 500], 32, { fill: palette.paper, stroke: palette.ink, 'stroke-width': 11 }),
    lettering('Harbour Square', [692, 552], { face: 'strong', size: 42, halo: palette.paper }),
    lettering('Old Quay', [440, 822], { face: 'strong', size: 38, anchor: 'middle', halo: palette.paper }),
    lettering('tunnel, 1.1 km', [1025, 322], {
      face: 'aside',
      size: 38,
      anchor: 'middle',
      fill: palette.brick,
      halo: palette.paper,
    }),
    lettering('Saltgate', [806, 404], { face: 'strong', size: 38, halo: palette.paper }),
    lettering('Hospital', [900, 206], { face: 'strong', size: 34, anchor: 'middle' }),
    lettering('Beacon Street', [1150, 206], { face: 'strong', size: 34, anchor: 'middle' }),
    lettering('Lantern Hill', [1400, 206], { face: 'strong', size: 34, anchor: 'middle' }),
    ...[
      ['1', 1540, 542, palette.slate],
      ['2', 1300, 802, palette.harbour],
      ['3', 468, 252, palette.moss],
      ['4', 1480, 292, palette.brick],
    ].map(([name, x, y, colour]) => badge(String(name), [Number(x), Number(y) - 42], String(colour))),
  ];
  const placed = element('g', { transform: 'translate(-10 96)' }, diagram.join(''));
  return svgDocument(1600, 1067, palette.paper, [placed, mapTitle('Line 4 joins the network')]);
}

function drawLine({ colour, width, points, stops }: Line): string[] {
  const fresh = colour === palette.brick;
  return [
    path(through(points), {
      fill: 'none',
      stroke: colour,
      'stroke-width': width,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    ...stops.map((stop) =>
      circle(stop, fresh ? 19 : 12, { fill: palette.paper, stroke: colour, 'stroke-width': fresh ? 9 : 6 }),
    ),
  ];
}

function badge(name: string, [x, y]: Point, colour: string): string {
  return (
    circle([x, y], 30, { fill: colour }) +
    lettering(name, [x, y + 13], { face: 'strong', size: 36, fill: palette.paper, anchor: 'middle' })
  );
}
