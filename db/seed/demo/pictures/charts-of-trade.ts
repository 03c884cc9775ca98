import { columnChart } from './bar-chart.ts';
import { chart, type PictureSource } from './picture-source.ts';

const quarters = ['1st quarter', '2nd', '3rd', '4th', '5th', '6th'];

/** Charts for the stories about business and shipping. */
export const tradeCharts = {
  'boxes-through-the-port': chart(
    'Column chart of containers handled at Kelmouth in each of ten years: from 0.78 million, with one dip to 0.86 in the fifth year, to a record 1.31 million in the last.',
    'Ten years of boxes: one dip, then a climb that has not stopped.',
    () =>
      columnChart({
        title: 'A record, and a full yard',
        subtitle: 'Containers handled at Kelmouth each year, millions',
        source: 'Source: Kelmouth Harbour Authority (invented)',
        bars: [0.78, 0.83, 0.88, 0.94, 0.86, 0.93, 1.02, 1.11, 1.19, 1.31].map((value, index) => ({
          value,
          label: index === 9 ? 'latest' : `year ${index + 1}`,
          strong: index === 9,
        })),
        ticks: [0, 0.3, 0.6, 0.9, 1.2],
        tickLabel: String,
      }),
  ),
  'cannery-week': chart(
    'Column chart of tins packed per hour worked at the Tidewell cannery in six quarters of a four-day week: 412, 405, 421, 434, 440 and 447.',
    'Output per hour fell for one quarter, then rose for four.',
    () =>
      columnChart({
        title: 'Fewer hours, fuller tins',
        subtitle: 'Tins packed per hour worked, by quarter of the trial',
        source: 'Source: Tidewell Preserving Company (invented)',
        bars: [412, 405, 421, 434, 440, 447].map((value, index) => ({
          value,
          label: quarters[index] ?? '',
          strong: index === 5,
        })),
        ticks: [0, 100, 200, 300, 400, 500],
      }),
  ),
} satisfies Record<string, PictureSource>;
