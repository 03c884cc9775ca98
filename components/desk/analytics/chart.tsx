import type { ReactNode } from 'react';
import { plotSvg } from './plot-svg.ts';

type PlotOptions = Parameters<typeof plotSvg>[0];

interface ChartProps {
  /** What the chart draws at a width in pixels. */
  readonly draw: (width: number) => PlotOptions;
  readonly shape?: 'lines' | 'bars';
  /** What its lines or bars are, by the looks that they have. */
  readonly legend: readonly { readonly name: string; readonly look: 'main' | 'side' | 'other' }[];
}

/** Drawn twice, so that words keep their size on a phone; the narrower or the wider one is shown. */
const widths = { narrow: 340, wide: 620 } as const;

/** A chart with its legend. */
export function Chart({ draw, shape = 'lines', legend }: ChartProps) {
  return (
    <figure className="chart">
      <figcaption className="chart-legend" data-shape={shape}>
        {legend.map(({ name, look }) => (
          <span key={name} className="chart-key" data-look={look}>
            {name}
          </span>
        ))}
      </figcaption>
      <Drawing className="chart-narrow">{plotSvg(draw(widths.narrow))}</Drawing>
      <Drawing className="chart-wide">{plotSvg(draw(widths.wide))}</Drawing>
    </figure>
  );
}

function Drawing({ className, children }: { className: string; children: string & ReactNode }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own code, all text escaped by the serializer
  return <div className={className} dangerouslySetInnerHTML={{ __html: children }} />;
}
