import { rowChart } from './bar-chart.ts';
import { spaced, yearsAgo } from './figures.ts';
import { lineChart } from './line-chart.ts';
import { palette } from './palette.ts';
import { chart, type PictureSource } from './picture-source.ts';

/** Charts for the stories about Kelmouth, its council and its football club. */
export const cityCharts = {
  'surge-hour-by-hour': chart(
    'Line chart of the water at Old Quay through one night. Outside the gate it climbs from 1.9 metres to 3.42 metres at high water, above the old wall at 3.1 metres; behind the gate it stays at or below 2.2 metres.',
    'The water at Old Quay, hour by hour. Behind the gate it never passed 2.2 metres.',
    () =>
      lineChart({
        title: 'Over the wall, but not into the city',
        subtitle: 'Water level at the Old Quay gauges, metres above chart datum',
        source: 'Source: Kelmouth Harbour Authority (invented)',
        series: [
          {
            name: 'Outside',
            colour: palette.brick,
            area: true,
            points: spaced(-7, 1, [1.9, 2.02, 2.24, 2.55, 2.84, 3.13, 3.34, 3.42, 3.3, 3.02, 2.68, 2.4, 2.3]),
          },
          {
            name: 'Behind gate',
            colour: palette.harbour,
            points: spaced(-7, 1, [1.9, 2.0, 2.11, 2.15, 2.16, 2.17, 2.18, 2.2, 2.19, 2.18, 2.15, 2.08, 1.98]),
          },
        ],
        across: {
          from: -7,
          to: 5,
          ticks: ['−6 hours', '−3', 'high water', '+3'].map((label, index) => ({ at: 3 * index - 6, label })),
        },
        up: { from: 1, to: 3.7, ticks: [1, 1.5, 2, 2.5, 3, 3.5], label: (tick) => tick.toFixed(1) },
        level: { at: 3.1, label: 'Old quay wall, 3.1 m' },
        remarks: [{ at: [0.5, 3.5], text: '3.42 m at high water' }],
      }),
  ),
  'ropewalk-rents': chart(
    'Line chart of rents and wages on the Ropewalk, each set to 100 six years ago. Rents reach 148; wages reach 117.',
    'Rents on the Ropewalk have grown almost three times as fast as wages.',
    () =>
      lineChart({
        title: 'Rent is walking away from pay',
        subtitle: 'Median rent and median wage on the Ropewalk; six years ago = 100',
        source: 'Source: Kelmouth City Council housing register (invented)',
        series: [
          { name: 'Rent 148', colour: palette.brick, points: spaced(-6, 1, [100, 104, 111, 119, 128, 139, 148]) },
          { name: 'Wage 117', colour: palette.harbour, points: spaced(-6, 1, [100, 102, 104, 107, 110, 114, 117]) },
        ],
        across: { from: -6, to: 0, ticks: yearsAgo(-6, 2) },
        up: { from: 90, to: 155, ticks: [100, 110, 120, 130, 140, 150] },
      }),
  ),
  'library-of-things': chart(
    'Bar chart of what the Saltgate library lent besides books: ladders 412, drills 388, sewing machines 291, projectors 204, tents 187, cake tins 166, ukuleles 93.',
    'What the library of things lent in its first year.',
    () =>
      rowChart({
        title: 'The ladder leads',
        subtitle: 'Loans from the Saltgate library of things in its first year',
        source: 'Source: Kelmouth City Libraries (invented)',
        bars: [
          { label: 'Ladders', value: 412, strong: true },
          { label: 'Drills', value: 388 },
          { label: 'Sewing machines', value: 291 },
          { label: 'Projectors', value: 204 },
          { label: 'Tents', value: 187 },
          { label: 'Cake tins', value: 166 },
          { label: 'Ukuleles', value: 93 },
        ],
      }),
  ),
  'where-the-budget-goes': chart(
    'Bar chart of what the council will spend of every hundred crowns: schools 31, care 24, transport 15, flood defence 12, housing 8, parks and culture 6, interest 4.',
    'Flood defence takes twelve crowns of every hundred, twice its share a year ago.',
    () =>
      rowChart({
        title: 'Where a hundred crowns go',
        subtitle: 'Kelmouth’s budget of 412 million crowns, by purpose',
        source: 'Source: Kelmouth City Council (invented)',
        bars: [
          { label: 'Schools', value: 31 },
          { label: 'Care', value: 24 },
          { label: 'Transport', value: 15 },
          { label: 'Flood defence', value: 12, strong: true },
          { label: 'Housing', value: 8 },
          { label: 'Parks and culture', value: 6 },
          { label: 'Interest', value: 4 },
        ],
      }),
  ),
  'points-needed': chart(
    'Line chart of Athletic’s league points over 33 matches. They climb to 34 and stay close to a straight line that marks the pace which has kept clubs up.',
    'Athletic have lived along the line all season.',
    () =>
      lineChart({
        title: 'Living on the line',
        subtitle: 'League points after each match, and the pace that has kept clubs up',
        source: 'Source: Courier match records (invented)',
        series: [
          {
            name: 'Safe pace',
            colour: palette.slate,
            faint: true,
            points: [
              [0, 0],
              [38, 40],
            ],
          },
          { name: 'Athletic', colour: palette.brick, points: spaced(0, 1, athleticPoints()) },
        ],
        across: {
          from: 0,
          to: 38,
          ticks: [0, 10, 20, 30, 38].map((at) => ({ at, label: at === 0 ? 'start' : `match ${at}` })),
        },
        up: { from: 0, to: 44, ticks: [0, 10, 20, 30, 40] },
        remarks: [{ at: [23, 15.5], text: 'Seven matches, two points' }],
      }),
  ),
} satisfies Record<string, PictureSource>;

/** Points after each match: 3, 1 or 0 at a time, 34 after 33. */
function athleticPoints(): number[] {
  const results = [3, 0, 1, 1, 3, 0, 0, 1, 3, 1, 0, 3, 3, 1, 0, 1, 3, 0, 0, 0, 1, 0, 0, 1, 0, 1, 3, 0, 3, 0, 0, 0, 1];
  const points = [0];
  for (const result of results) points.push((points.at(-1) ?? 0) + result);
  return points;
}
