import { type ChartWords, chartFrame, horizontalRules, linearScale, plot } from './chart-frame.ts';
import { rectangle } from './drawing.ts';
import { lettering, measure } from './lettering.ts';
import { palette } from './palette.ts';

export type Bar = { label: string; value: number; strong?: boolean };

type ColumnChart = ChartWords & { bars: Bar[]; ticks: number[]; tickLabel?: (tick: number) => string };

/** Upright columns, for a series in time. Strong ones are red and carry their value. */
export function columnChart({ bars, ticks, tickLabel = String, ...words }: ColumnChart): string {
  const y = linearScale([0, Math.max(...ticks)], [plot.bottom, plot.top + 10]);
  const first = plot.left + 100;
  const step = (plot.right - first) / bars.length;
  const columns = bars.flatMap(({ label, value, strong }, index) => {
    const left = first + index * step + step * 0.14;
    const middle = left + step * 0.36;
    const top = y(value);
    return [
      rectangle(left, top, step * 0.72, plot.bottom - top, { fill: strong ? palette.brick : palette.harbour }),
      lettering(label, [middle, plot.bottom + 50], { size: 32, anchor: 'middle', fill: palette.slate }),
      strong ? lettering(tickLabel(value), [middle, top - 18], { face: 'strong', size: 37, anchor: 'middle' }) : '',
    ];
  });
  const [zero = '', ...rules] = [
    horizontalRules([0], y, () => ''),
    horizontalRules(ticks.slice(1), y, tickLabel),
  ].flat();
  return chartFrame(words, [...rules, ...columns, zero]);
}

type RowChart = ChartWords & { bars: Bar[]; valueLabel?: (value: number) => string };

/** Lying bars, longest first, for named things; each carries its value. */
export function rowChart({ bars, valueLabel = String, ...words }: RowChart): string {
  const room = Math.max(...bars.map((bar) => measure(bar.label, 'plain', 39))) + 34;
  const top = plot.top - 40;
  const step = (plot.bottom + 40 - top) / bars.length;
  const x = linearScale([0, Math.max(...bars.map((bar) => bar.value))], [plot.left + room, plot.right - 100]);
  const rows = bars.flatMap(({ label, value, strong }, index) => {
    const y = top + index * step;
    const thickness = step * 0.66;
    const baseline = y + thickness / 2 + 14;
    return [
      lettering(label, [plot.left + room - 22, baseline], { size: 39, anchor: 'end' }),
      rectangle(x(0), y, x(value) - x(0), thickness, { fill: strong ? palette.brick : palette.harbour }),
      lettering(valueLabel(value), [x(value) + 16, baseline], { face: 'strong', size: 39 }),
    ];
  });
  return chartFrame(words, rows);
}
