import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** A chart drawn on the server as the text of an SVG. What it says stands in a table beside it: readers aloud skip it. */
export function plotSvg(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({ ...options, document, style: { fontSize: '12px', fontFamily: 'inherit' } });
  svg.setAttribute('aria-hidden', 'true');
  return svg.outerHTML;
}
