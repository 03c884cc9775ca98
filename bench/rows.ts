import { budgets } from './budgets.ts';
import { categories, type LighthouseReport } from './lighthouse.ts';
import { median } from './median.ts';
import type { Row } from './table.ts';
import { type Encoding, encodings, type Speed, type Speeds, speedOf, workOf } from './throughput.ts';
import { type Visibility, whole } from './visibility.ts';
import { type PageWeight, totalOf, weighed } from './weigh-page.ts';

/** The contenders by the names that the table gives them. */
export const names = { site: 'Broadsheet', uncached: 'Broadsheet, page cache off', bare: 'bare node:http' } as const;

export function speedRows(speeds: Speeds): Row[] {
  const speed = ({ requestsPerSecond, p99Milliseconds }: Speed) =>
    `${count(requestsPerSecond)} (p99 ${count(p99Milliseconds)} ms)`;
  const work = (time: number | null) => (time === null ? '–' : time.toFixed(time < 100 ? 1 : 0));
  const contenders = Object.values(names).map((name) => ({ name, rounds: speeds[name] }));
  const cells = (show: (encoding: Encoding) => string) => ({
    plain: show('identity'),
    gzip: show('gzip'),
    br: show('br'),
  });
  return [
    ...contenders.map(({ name, rounds }) => ({
      measure: `${name}: requests/s`,
      ...cells((encoding) => speed(speedOf(rounds?.[encoding]))),
    })),
    ...contenders.map(({ name, rounds }) => ({
      measure: `${name}: processor µs a request`,
      ...cells((encoding) => work(workOf(rounds?.[encoding]))),
    })),
    ...ratioRows(speeds),
    slowestRow(speeds),
  ];
}

/** What the slowest hundredth waits for. */
function slowestRow(speeds: Speeds): Row {
  const slowest = encodings.map((encoding) => speedOf(speeds[names.site]?.[encoding]).p99Milliseconds);
  const [plain = 0, gzip = 0, br = 0] = slowest;
  const { hotPercentile99Milliseconds } = budgets;
  return {
    measure: 'Broadsheet: ms at the 99th percentile',
    plain: plain.toFixed(1),
    gzip: gzip.toFixed(1),
    br: br.toFixed(1),
    bar: `< ${hotPercentile99Milliseconds}`,
    held: Math.max(...slowest) < hotPercentile99Milliseconds,
  };
}

function ratioRows(speeds: Speeds): Row[] {
  const inRequests = (other: string) => (encoding: Encoding) =>
    speedOf(speeds[names.site]?.[encoding]).requestsPerSecond / speedOf(speeds[other]?.[encoding]).requestsPerSecond;
  const inWork = (encoding: Encoding) => {
    const [mine, others] = [workOf(speeds[names.site]?.[encoding]), workOf(speeds[names.bare]?.[encoding])];
    return mine === null || others === null ? null : others / mine;
  };
  const { timesCacheOff } = budgets;
  const times = encodings.map(inRequests(names.uncached));
  const [plain = 0, gzip = 0, br = 0] = times;
  return [
    bareRow('by requests/s', encodings.map(inRequests(names.bare)), [budgets.shareOfBareNode, budgets.shareOfBareNode]),
    // Where load generator and server share the cores, the generator may be what is measured; this it cannot hide.
    bareRow('by processor time', encodings.map(inWork), [
      budgets.plainWorkShareOfBareNode,
      budgets.compressedWorkShareOfBareNode,
    ]),
    {
      measure: 'Broadsheet / page cache off, by requests/s',
      plain: plain.toFixed(0),
      gzip: gzip.toFixed(0),
      br: br.toFixed(0),
      bar: `≥ ${timesCacheOff}`,
      held: Math.min(...times) >= timesCacheOff,
    },
  ];
}

function bareRow(
  by: string,
  [plain, gzip, br]: readonly (number | null | undefined)[],
  [plainBar, compressedBar]: readonly [number, number],
): Row {
  const measure = `Broadsheet / bare node:http, ${by}`;
  if (plain == null || gzip == null || br == null) return { measure, plain: '–', gzip: '–', br: '–' };
  return {
    measure,
    plain: plain.toFixed(2),
    gzip: gzip.toFixed(2),
    br: br.toFixed(2),
    bar: `≥ ${plainBar} plain, ≥ ${compressedBar} compressed`,
    held: plain >= plainBar && Math.min(gzip, br) >= compressedBar,
  };
}

export function weightRows(weight: PageWeight): Row[] {
  const total = totalOf(weight);
  const bars: Partial<Record<string, { bar: string; held: boolean }>> = {
    scripts: {
      bar: `≤ ${count(budgets.scriptGzipBytes)} gzip`,
      held: weight.scripts.gzip <= budgets.scriptGzipBytes,
    },
  };
  const row = (measure: string, { identity, gzip, br }: PageWeight['html']) => ({
    measure,
    plain: count(identity),
    gzip: count(gzip),
    br: count(br),
  });
  return [
    ...weighed.map((kind) => ({ ...row(`Text article, bytes of ${kind}`, weight[kind]), ...bars[kind] })),
    {
      ...row('Text article, bytes in all', total),
      bar: `≤ ${count(budgets.textArticleBytes)} gzip`,
      held: total.gzip <= budgets.textArticleBytes,
    },
  ];
}

export function missRow(milliseconds: readonly number[]): Row {
  const slowest = Math.max(...milliseconds);
  return {
    measure: `Render on a miss, ms over ${milliseconds.length} articles: median (max)`,
    plain: `${median(milliseconds).toFixed(1)} (${slowest.toFixed(1)})`,
  };
}

export function visibilityRows(measured: readonly Visibility[]): Row[] {
  const shown = (numbers: readonly number[]) => `${count(median(numbers))} (${count(Math.max(...numbers))})`;
  const surfaces = Object.keys(measured[0] ?? {});
  const most = budgets.publishToVisibleMilliseconds;
  return [
    ...surfaces.map((name) => ({
      measure: `Publish to visible, ms: ${name}, median (max)`,
      plain: shown(measured.map((visibility) => visibility[name] ?? Number.NaN)),
    })),
    {
      measure: `Publish to visible, ms: everywhere, median (max) of ${measured.length}`,
      plain: shown(measured.map(whole)),
      bar: `median ≤ ${most}`,
      held: median(measured.map(whole)) <= most,
    },
  ];
}

type Looked = keyof typeof budgets.lighthouseScore;

export function lighthouseRows(reports: Readonly<Record<Looked, LighthouseReport>>): Row[] {
  return (Object.keys(reports) as Looked[]).flatMap((name) => {
    const { scores, largestPaintMilliseconds, blockingMilliseconds, layoutShift } = reports[name];
    const least = budgets.lighthouseScore[name];
    return [
      {
        measure: `Lighthouse, ${name}: ${categories.join(', ')}`,
        plain: categories.map((category) => scores[category]).join(' '),
        bar: `≥ ${least}`,
        held: Math.min(...Object.values(scores)) >= least,
      },
      {
        measure: `Lighthouse, ${name}: LCP ms, TBT ms, CLS`,
        plain: [count(largestPaintMilliseconds), count(blockingMilliseconds), layoutShift.toFixed(3)].join(' '),
      },
    ];
  });
}

function count(number: number): string {
  return Number.isNaN(number) ? '–' : Math.round(number).toLocaleString('en');
}
