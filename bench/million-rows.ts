import { budgets } from './budgets.ts';
import { median } from './median.ts';
import type { SizedSite } from './million.ts';
import type { Row } from './table.ts';
import { type Visibility, whole } from './visibility.ts';

/** A thousand stories and a million side by side. */
export function millionRows({ few, many }: { few: SizedSite; many: SizedSite }): Row[] {
  const sizes = `${shown(few.stories)} / ${shown(many.stories)} stories`;
  const side = (measure: string, small: number, large: number): Row => ({
    measure,
    plain: `${small.toFixed(1)} / ${large.toFixed(1)}, ${(large / small).toFixed(2)}`,
    bar: `≤ ${budgets.millionToFew}`,
    held: large / small <= budgets.millionToFew,
  });
  return [
    ...Object.entries(few.pages).map(([name, small]) => {
      const large = many.pages[name] ?? { milliseconds: [], amount: 1, megabytes: 0 };
      const [before, after] = [percentile95(small.milliseconds), percentile95(large.milliseconds)];
      const measure = `${name}: ms at the 95th percentile, ${sizes}, ratio`;
      if (!small.by || small.amount === large.amount) return side(measure, before, after);
      // A page that has more may take longer, though not longer for each address, or each kilobyte.
      const ratio = after / large.amount / (before / small.amount);
      return {
        measure: `${measure} by ${small.by}`,
        plain: `${before.toFixed(1)} for ${small.amount} / ${after.toFixed(1)} for ${large.amount}, ${ratio.toFixed(2)}`,
        bar: `≤ ${budgets.millionToFew}`,
        held: ratio <= budgets.millionToFew,
      };
    }),
    ...inMemory
      .filter((name) => few.pages[name]?.megabytes)
      .map((name) =>
        side(
          `${name}: MB of the server at most, ${sizes}, ratio`,
          few.pages[name]?.megabytes ?? Number.NaN,
          many.pages[name]?.megabytes ?? Number.NaN,
        ),
      ),
    ...Object.keys(few.visibility[0] ?? {}).map((name) =>
      side(`Publish to visible: ${name}, ms in the median, ${sizes}, ratio`, ...middles(few, many, (one) => one[name])),
    ),
    side(`Publish to visible: everywhere, ms in the median, ${sizes}, ratio`, ...middles(few, many, whole)),
    side(
      `Start of the server, ms in the median, ${sizes}, ratio`,
      median(few.startMilliseconds),
      median(many.startMilliseconds),
    ),
    ...rankingRows(many),
    ...many.tables.map(({ name, rows, indexes }) => ({
      measure: `Table ${name} among a million: MB of rows, of indexes`,
      plain: `${shown(rows)}, ${shown(indexes)}`,
    })),
  ];
}

/** What is made of many stories at once, and must not hold them all. */
const inMemory = ['Search', 'sitemap.xml', 'Child of the sitemap', 'News sitemap', 'File of the news sitemap'];

function middles(few: SizedSite, many: SizedSite, read: (seen: Visibility) => number | undefined): [number, number] {
  const middle = ({ visibility }: SizedSite) => median(visibility.map((one) => read(one) ?? Number.NaN));
  return [middle(few), middle(many)];
}

function rankingRows({ rankings }: SizedSite): Row[] {
  const { buckets, refreshMilliseconds, readMilliseconds, analyticsMilliseconds } = rankings;
  const [refresh, read] = [median(refreshMilliseconds), median(readMilliseconds)];
  const { rankingRefreshMilliseconds, rankingReadMilliseconds } = budgets;
  return [
    {
      measure: `Rankings worked out from ${shown(buckets)} hourly counts: ms, median (max)`,
      plain: `${refresh.toFixed(0)} (${Math.max(...refreshMilliseconds).toFixed(0)})`,
      bar: `< ${shown(rankingRefreshMilliseconds)}`,
      held: refresh < rankingRefreshMilliseconds,
    },
    {
      measure: 'A list beside a story read: ms, median (95th percentile)',
      plain: `${read.toFixed(1)} (${percentile95(readMilliseconds).toFixed(1)})`,
      bar: `< ${rankingReadMilliseconds}`,
      held: read < rankingReadMilliseconds,
    },
    {
      measure: 'What the desk sees of thirty days, read: ms, median (max)',
      plain: `${median(analyticsMilliseconds).toFixed(0)} (${Math.max(...analyticsMilliseconds).toFixed(0)})`,
    },
  ];
}

function percentile95(milliseconds: readonly number[]): number {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

const shown = (number: number): string => Math.round(number).toLocaleString('en');
