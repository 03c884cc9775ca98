import { type ChartWords, chartFrame, horizontalRules, linearScale, plot } from './chart-frame.ts';
import { circle, line, type Point, path, through } from './drawing.ts';
import { lettering } from './lettering.ts';
import { palette } from './palette.ts';

/** One line: its points are (x, y) in the figures' own units; `lift` moves the name up by so many pixels where two would touch. */
type Series = { name: string; colour: string; points: Point[]; faint?: boolean; area?: boolean; lift?: number };

type LineChart = ChartWords & {
  series: Series[];
  across: { from: number; to: number; ticks: { at: number; label: string }[] };
  up: { from: number; to: number; ticks: number[]; label?: (tick: number) => string };
  /** A level that matters, such as the height of a wall. */
  level?: { at: number; label: string };
  remarks?: { at: Point; text: string; anchor?: 'start' | 'middle' | 'end' }[];
};

/** Lines over time, each named at its end; with `area` the ground below a line is filled. */
export function lineChart({ series, across, up, level, remarks = [], ...words }: LineChart): string {
  const right = plot.right - 230;
  const x = linearScale([across.from, across.to], [plot.left + 90, right]);
  const y = linearScale([up.from, up.to], [plot.bottom, plot.top]);
  const place = ([atX, atY]: Point): Point => [x(atX), y(atY)];

  const drawn = series.map((one) => {
    const points = one.points.map(place);
    const last = points.at(-1) ?? [0, 0];
    const first = points[0] ?? [0, 0];
    const ground = through([[first[0], plot.bottom], ...points, [last[0], plot.bottom]], true);
    const stroke = { fill: 'none', stroke: one.colour, 'stroke-width': one.faint ? 3 : 7, 'stroke-linejoin': 'round' };
    return [
      one.area ? path(ground, { fill: one.colour, 'fill-opacity': 0.28 }) : '',
      path(through(points), stroke),
      one.name === '' || one.faint
        ? ''
        : circle(last, 11, { fill: one.colour, stroke: palette.paper, 'stroke-width': 4 }),
      lettering(one.name, [last[0] + 24, last[1] + 13 - (one.lift ?? 0)], {
        face: 'strong',
        size: 37,
        fill: one.colour,
      }),
    ].join('');
  });

  return chartFrame(words, [
    ...horizontalRules(up.ticks, y, up.label ?? String),
    level ? threshold(y(level.at), right, level.label) : '',
    line([plot.left, plot.bottom], [plot.right, plot.bottom], { stroke: palette.ink, 'stroke-width': 3 }),
    ...across.ticks.map(({ at, label }) =>
      lettering(label, [x(at), plot.bottom + 52], { size: 32, anchor: 'middle', fill: palette.slate }),
    ),
    ...drawn,
    ...remarks.map(({ at, text, anchor }) =>
      lettering(text, place(at), { face: 'aside', size: 39, anchor: anchor ?? 'start', halo: palette.paper }),
    ),
  ]);
}

function threshold(y: number, right: number, label: string): string {
  return (
    line([plot.left + 90, y], [right, y], { stroke: palette.brick, 'stroke-width': 4, 'stroke-dasharray': '16 10' }) +
    lettering(label, [plot.left + 100, y - 14], { face: 'aside', size: 38, fill: palette.brick, halo: palette.paper })
  );
}
