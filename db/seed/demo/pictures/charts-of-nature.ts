import { chartFrame, plot } from './chart-frame.ts';
import { type Point, rectangle } from './drawing.ts';
import { grouped, spaced, yearsAgo } from './figures.ts';
import { lettering } from './lettering.ts';
import { lineChart } from './line-chart.ts';
import { palette } from './palette.ts';
import { chart, type PictureSource } from './picture-source.ts';
import { seededRandom, seededSwell } from './random.ts';

/** Charts for the stories about science and climate. */
export const natureCharts = {
  'seabirds-of-thrennet-head': chart(
    'Line chart of breeding pairs at Thrennet Head over thirty years: terns rise from 410 to 1,240, kittiwakes fall from 2,150 to 690, puffins stay close to 500.',
    'Three species, three stories: thirty years of counts from the same ledge.',
    () =>
      lineChart({
        title: 'Terns up, kittiwakes down',
        subtitle: 'Breeding pairs counted at Thrennet Head',
        source: 'Source: Skerrow Coastal Institute (invented)',
        series: [
          {
            name: 'Terns',
            colour: palette.harbour,
            points: spaced(-30, 3, [410, 455, 520, 610, 700, 690, 820, 930, 1020, 1150, 1240]),
          },
          {
            name: 'Kittiwakes',
            colour: palette.brick,
            points: spaced(-30, 3, [2150, 2080, 2110, 1890, 1720, 1460, 1310, 1090, 940, 790, 690]),
            lift: 14,
          },
          {
            name: 'Puffins',
            colour: palette.ochre,
            points: spaced(-30, 3, [498, 505, 490, 520, 511, 476, 488, 503, 515, 492, 506]),
            lift: -22,
          },
        ],
        across: { from: -30, to: 0, ticks: yearsAgo(-30, 10) },
        up: { from: 0, to: 2300, ticks: [0, 500, 1000, 1500, 2000], label: grouped },
      }),
  ),
  'tide-gauge': chart(
    'Line chart of the mean sea level at Old Quay over 120 years: it wavers from year to year, but its trend ends 21 centimetres higher, with most of the rise in the last forty years.',
    'The thin line is each year’s mean; the thick one is the trend.',
    () =>
      lineChart({
        title: 'Twenty-one centimetres',
        subtitle: 'Mean sea level at the Old Quay gauge, change in centimetres',
        source: 'Source: Skerrow Coastal Institute (invented)',
        series: [
          { name: '', colour: palette.sea, faint: true, points: gaugeYears() },
          { name: '+21 cm', colour: palette.brick, points: gaugeTrend() },
        ],
        across: { from: -120, to: 0, ticks: yearsAgo(-120, 30) },
        up: { from: -4, to: 24, ticks: [0, 5, 10, 15, 20] },
        remarks: [
          { at: [-108, 12], text: 'Nine centimetres in eighty years,' },
          { at: [-62, 20.5], text: 'twelve in the last forty' },
        ],
      }),
  ),
  'stripes-of-the-strait': chart(
    'Sixty upright stripes, one for each year, passing from blues at the left to reds at the right as the water of the strait grows warmer.',
    'One stripe a year for sixty years: blue where the water was cooler than the long average, red where it was warmer.',
    drawStripes,
  ),
  'wind-and-the-city': chart(
    'Area chart of nineteen days: daily mean power from the Orrin wind farm, between 148 and 212 megawatts, stays above what the city used, between 118 and 141 megawatts.',
    'For nineteen days in a row the wind gave more than the city took.',
    () =>
      lineChart({
        title: 'Nineteen days in the black',
        subtitle: 'Daily mean power, megawatts',
        source: 'Source: Skerrow Light & Power (invented)',
        series: [
          {
            name: 'Wind',
            colour: palette.harbour,
            area: true,
            points: spaced(
              1,
              1,
              [150, 171, 188, 204, 212, 199, 180, 163, 155, 168, 190, 207, 201, 186, 172, 160, 151, 148, 158],
            ),
          },
          {
            name: 'City',
            colour: palette.brick,
            points: spaced(
              1,
              1,
              [126, 131, 138, 141, 136, 124, 120, 128, 133, 137, 139, 134, 122, 118, 127, 135, 138, 133, 129],
            ),
          },
        ],
        across: { from: 1, to: 19, ticks: [1, 5, 10, 15, 19].map((at) => ({ at, label: `day ${at}` })) },
        up: { from: 0, to: 230, ticks: [0, 50, 100, 150, 200] },
      }),
  ),
} satisfies Record<string, PictureSource>;

/** Nine centimetres over the first eighty years, twelve over the last forty. */
function trendAt(year: number): number {
  return year <= -40 ? ((year + 120) / 80) * 9 : 9 + ((year + 40) / 40) * 12;
}

function gaugeTrend(): Point[] {
  return [-120, -40, 0].map((year) => [year, trendAt(year)]);
}

function gaugeYears(): Point[] {
  const random = seededRandom('tide gauge');
  const swell = seededSwell('tide gauge', 6);
  return Array.from({ length: 121 }, (_, index) => {
    const year = index - 120;
    return [year, trendAt(year) + swell(index / 120) * 1.5 + (random() - 0.5) * 3.2];
  });
}

const warmth = [
  '#12324a',
  '#1f4f6e',
  '#3f7391',
  '#7ea7b8',
  '#b9cfd4',
  '#e9ddd0',
  '#dba893',
  '#c97b5f',
  '#b5482f',
  '#8a2f20',
];

function drawStripes(): string {
  const random = seededRandom('stripes of the strait');
  const step = (plot.right - plot.left) / 60;
  const stripes = Array.from({ length: 60 }, (_, index) => {
    const place = (index / 59) ** 1.25 * 0.68 + 0.16 + (random() - 0.5) * 0.34;
    const colour = warmth[Math.max(0, Math.min(9, Math.floor(place * 10)))] ?? palette.sea;
    return rectangle(plot.left + index * step, 240, step + 0.5, 640, { fill: colour });
  });
  const labels = yearsAgo(-60, 20).map(({ at, label }, index) =>
    lettering(label, [plot.left + ((at + 60) / 60) * (plot.right - plot.left), 940], {
      size: 33,
      fill: palette.slate,
      anchor: (['start', 'middle', 'middle', 'end'] as const)[index] ?? 'middle',
    }),
  );
  const words = {
    title: 'The strait in stripes',
    subtitle: 'Mean water temperature off Thrennet Head, sixty years, cooler to warmer',
    source: 'Source: Skerrow Coastal Institute (invented)',
  };
  return chartFrame(words, [...stripes, ...labels]);
}
