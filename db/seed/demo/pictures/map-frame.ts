import { coast } from './coast.ts';
import { circle, element, line, type Point, path, rectangle, round, svgDocument, through } from './drawing.ts';
import { lettering, measure } from './lettering.ts';
import { palette } from './palette.ts';

/** The part of the coast that a map shows: its centre in kilometres, and pixels to the kilometre. */
export type View = { centre: Point; scale: number };

export type Project = (point: Point) => Point;

const size = { width: 1600, height: 1067 } as const;

/** A map of the coast seen in a view, with what the story adds drawn over it, a title and a scale bar. */
export function mapFrame(title: string, view: View, scaleBar: number, draw: (project: Project) => string[]): string {
  const project: Project = ([x, y]) => [
    size.width / 2 + (x - view.centre[0]) * view.scale,
    size.height / 2 + (y - view.centre[1]) * view.scale,
  ];
  const river = coast.river.map(project);
  const riverWidth = Math.max(3.5, view.scale * 0.5);
  return svgDocument(size.width, size.height, palette.foam, [
    ...shallows(lands(project)),
    ...lands(project).map((d) =>
      path(d, { fill: palette.sand, stroke: palette.slate, 'stroke-width': 2.2, 'stroke-linejoin': 'round' }),
    ),
    ...[
      { stroke: palette.slate, 'stroke-width': riverWidth + 4 },
      { stroke: palette.foam, 'stroke-width': riverWidth },
    ].map((ink) => path(through(river), { fill: 'none', 'stroke-linejoin': 'round', ...ink })),
    ...draw(project),
    mapTitle(title),
    bar(scaleBar, view.scale),
  ]);
}

/** A town: a dot and its name. */
export function town(name: string, [x, y]: Point, side: 'left' | 'right' = 'left', size = 42): string {
  const at: Point = side === 'left' ? [x - 24, y + 14] : [x + 24, y + 14];
  return (
    circle([x, y], 10, { fill: palette.ink, stroke: palette.paper, 'stroke-width': 4 }) +
    lettering(name, at, { face: 'strong', size, anchor: side === 'left' ? 'end' : 'start', halo: palette.sand })
  );
}

/** The name of a water or a region, in italics without a dot. */
export function areaName(name: string, at: Point, size = 46, fill: string = palette.harbour): string {
  return lettering(name, at, { face: 'aside', size, anchor: 'middle', fill });
}

/** A way across the map in red: dashed for what moves, whole for what stands. */
export function route(points: Point[], { dashed = true, width = 7, colour = palette.brick as string } = {}): string {
  return path(through(points), {
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...(dashed ? { 'stroke-dasharray': '2 16' } : {}),
  });
}

function lands(project: Project): string[] {
  const west = coast.mainland.map(project);
  const east = coast.vessia.map(project);
  const islands = [coast.greatOrrin, coast.littleOrrin, coast.sker].map((shore) => through(shore.map(project), true));
  return [
    through([project([-400, -14]), ...west, project([-400, 190])], true),
    through([project([700, -14]), ...east, project([700, 190])], true),
    ...islands,
  ];
}

/** Engravers' water lines: the shore echoed outwards, fainter each time. */
function shallows(shores: string[]): string[] {
  return [64, 44, 24].flatMap((width, index) =>
    shores.flatMap((d) => [
      path(d, {
        fill: 'none',
        stroke: palette.sea,
        'stroke-opacity': 0.22 + index * 0.14,
        'stroke-width': width + 3,
        'stroke-linejoin': 'round',
      }),
      path(d, { fill: 'none', stroke: palette.foam, 'stroke-width': width, 'stroke-linejoin': 'round' }),
    ]),
  );
}

/** What a map shows, on a tab in its upper corner. */
export function mapTitle(title: string): string {
  const width = measure(title, 'title', 52) + 80;
  return element(
    'g',
    {},
    rectangle(0, 0, width, 116, { fill: palette.paper }) +
      rectangle(0, 0, width, 10, { fill: palette.brick }) +
      lettering(title, [40, 80], { face: 'title', size: 52 }),
  );
}

function bar(kilometres: number, scale: number): string {
  const foot = size.height - 50;
  const right = size.width - 60;
  const left = round(right - kilometres * scale);
  const ink = { stroke: palette.ink, 'stroke-width': 4 };
  return (
    rectangle(left - 26, size.height - 112, right - left + 52, 86, { fill: palette.paper, 'fill-opacity': 0.85 }) +
    line([left, foot], [right, foot], ink) +
    line([left, foot - 10], [left, foot + 2], ink) +
    line([right, foot - 10], [right, foot + 2], ink) +
    lettering(`${kilometres} km`, [(left + right) / 2, foot - 20], { size: 33, anchor: 'middle' })
  );
}
