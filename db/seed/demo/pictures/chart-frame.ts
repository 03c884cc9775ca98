import { line, rectangle, svgDocument } from './drawing.ts';
import { lettering } from './lettering.ts';
import { palette } from './palette.ts';

/** What stands around every chart: what it shows, in what unit, and where the figures come from. */
export type ChartWords = { title: string; subtitle: string; source: string };

/** The rectangle that the figures are drawn in, in pixels. */
export const plot = { left: 90, right: 1510, top: 300, bottom: 905 } as const;

const chartSize = { width: 1600, height: 1067 } as const;

/** A chart on newsprint: a red tab, a title in serif, the unit, the drawing, and the source at its foot. */
export function chartFrame({ title, subtitle, source }: ChartWords, drawing: string[]): string {
  return svgDocument(chartSize.width, chartSize.height, palette.paper, [
    rectangle(90, 0, 110, 24, { fill: palette.brick }),
    rectangle(90, 0, 1420, 4, { fill: palette.brick }),
    lettering(title, [90, 124], { face: 'title', size: 66 }),
    lettering(subtitle, [90, 188], { size: 37, fill: palette.slate }),
    ...drawing,
    lettering(source, [90, 1022], { size: 29, fill: palette.slate }),
  ]);
}

export type Scale = (value: number) => number;

/** Maps a domain of values onto a range of pixels, in proportion. */
export function linearScale([from, to]: readonly [number, number], [low, high]: readonly [number, number]): Scale {
  return (value) => low + ((value - from) / (to - from)) * (high - low);
}

/** Horizontal rules at the ticks, each with its label above its left end; the zero line is heavier. */
export function horizontalRules(ticks: readonly number[], scale: Scale, label: (tick: number) => string): string[] {
  return ticks.flatMap((tick) => {
    const y = scale(tick);
    const zero = tick === 0;
    return [
      line([plot.left, y], [plot.right, y], {
        stroke: zero ? palette.ink : palette.rule,
        'stroke-width': zero ? 3 : 2,
      }),
      lettering(label(tick), [plot.left, y - 12], { size: 33, fill: palette.slate }),
    ];
  });
}
