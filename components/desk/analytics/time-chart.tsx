import * as Plot from '@observablehq/plot';
import { Chart } from './chart.tsx';

export interface TimeLine {
  readonly name: string;
  readonly look: 'main' | 'side' | 'other';
  /** One number for each step; null where there is none. */
  readonly values: readonly (number | null)[];
}

interface TimeChartProps {
  /** The steps of time in their order: what each is called, and where the axis says it. */
  readonly steps: readonly { readonly name: string; readonly tick?: string | undefined }[];
  readonly lines: readonly TimeLine[];
  readonly as?: 'lines' | 'bars';
}

const colours = { main: 'var(--accent)', side: 'var(--soft)', other: 'var(--warn)' } as const;
const height = { lines: 240, bars: 150 } as const;

/** Counts over time. Each step tells its figures when it is pointed at. */
export function TimeChart({ steps, lines, as = 'lines' }: TimeChartProps) {
  const told = steps.map(({ name }, step) =>
    [name, ...lines.map((line) => `${line.name}: ${shown(line.values[step] ?? null)}`)].join('\n'),
  );
  return (
    <Chart
      shape={as}
      legend={lines}
      draw={(width) => ({
        width,
        height: height[as],
        marginLeft: 48,
        marginRight: 24,
        x: {
          label: null,
          domain: [-0.5, steps.length - 0.5],
          ticks: ticksOf(steps, width),
          tickFormat: tickName(steps),
        },
        y: { label: null, grid: true, domain: domainOf(lines), nice: true, ticks: 4, tickFormat: brief },
        marks: [
          Plot.ruleY([0], { stroke: 'var(--edge)' }),
          ...lines.flatMap((line) => (as === 'bars' ? barsOf(line) : lineOf(line))),
          Plot.rect(told, {
            x1: (_, step: number) => step - 0.5,
            x2: (_, step: number) => step + 0.5,
            fill: 'transparent',
            title: (text: string) => text,
          }),
        ],
      })}
    />
  );
}

const shown = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en'));
const brief = (value: number): string => new Intl.NumberFormat('en', { notation: 'compact' }).format(value);

/** From nothing, or from the least below it, to the most; at least to four, so that the axis names whole numbers. */
function domainOf(lines: readonly TimeLine[]): [number, number] {
  const all = lines.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  return [Math.min(0, ...all), Math.max(4, ...all)];
}

function lineOf({ values, look }: TimeLine) {
  const alone = values.filter((value) => value !== null).length === 1;
  return [
    Plot.line(values, {
      x: (_: unknown, step: number) => step,
      y: (value: number | null) => value,
      stroke: colours[look],
      strokeWidth: 2,
      ...(look === 'main' ? {} : { strokeDasharray: '5 3' }),
      ...(alone ? { marker: 'dot' } : {}),
    }),
  ];
}

function barsOf({ values, look }: TimeLine) {
  const x = { x1: (_: unknown, step: number) => step - 0.4, x2: (_: unknown, step: number) => step + 0.4 };
  return [Plot.rectY(values, { ...x, y: (value: number | null) => value ?? 0, fill: colours[look] })];
}

/** The steps that the axis names, as many as there is room for. */
function ticksOf(steps: TimeChartProps['steps'], width: number): number[] {
  const named = steps.flatMap(({ tick }, step) => (tick === undefined ? [] : [step]));
  const each = Math.ceil((named.length * 52) / width);
  return named.filter((_, index) => (named.length - 1 - index) % each === 0);
}

const tickName = (steps: TimeChartProps['steps']) => (step: number) => steps[step]?.tick ?? '';
