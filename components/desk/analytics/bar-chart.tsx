import * as Plot from '@observablehq/plot';
import type { Views } from '#features/analytics/model.ts';
import { say } from '#lib/desk-words.ts';
import { Chart } from './chart.tsx';

interface Bar extends Views {
  readonly name: string;
}

const mostBars = 10;
const barHeight = 30;
/** What the plot is written in, in pixels. */
const letterSize = 12;

/** The first ten of a list as bars, views by people and filtered ones one under the other. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const [human, filtered] = [say('analytics.human'), say('analytics.filtered')];
  const shown = bars.slice(0, mostBars);
  const rows = shown.flatMap((bar, place) => [
    { place, kind: human, count: bar.human, told: `${bar.name}\n${human}: ${bar.human.toLocaleString('en')}` },
    {
      place,
      kind: filtered,
      count: bar.filtered,
      told: `${bar.name}\n${filtered}: ${bar.filtered.toLocaleString('en')}`,
    },
  ]);
  return (
    <Chart
      shape="bars"
      legend={[
        { name: human, look: 'main' },
        { name: filtered, look: 'side' },
      ]}
      draw={(width) => ({
        width,
        height: shown.length * barHeight + 30,
        marginLeft: labelWidth(width),
        marginRight: 24,
        marginTop: 0,
        x: {
          ...{ label: null, grid: true, ticks: 3 },
          domain: [0, Math.max(4, ...rows.map(({ count }) => count))],
          tickFormat: (count: number) => compact.format(count),
        },
        y: { axis: null, domain: [human, filtered] },
        fy: { padding: 0.25 },
        color: { domain: [human, filtered], range: ['var(--accent)', 'var(--edge)'] },
        marks: [
          Plot.axisFy({
            anchor: 'left',
            label: null,
            textAnchor: 'end',
            dx: -6,
            lineWidth: (labelWidth(width) - 12) / letterSize,
            textOverflow: 'ellipsis',
            tickFormat: (place: number) => shown[place]?.name ?? '',
          }),
          Plot.barX(rows, { fy: 'place', y: 'kind', x: 'count', fill: 'kind', title: 'told' }),
        ],
      })}
    />
  );
}

const compact = new Intl.NumberFormat('en', { notation: 'compact' });
const labelWidth = (width: number): number => Math.round(width * 0.36);
