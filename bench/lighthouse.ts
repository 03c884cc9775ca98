import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { z } from 'zod';
import { freePort } from '#lib/free-port.ts';
import { median } from './median.ts';
import { askScript } from './processes.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse says of a page on a phone of middling speed (its own simulation), the median of its runs. */
export interface LighthouseReport {
  /** From 0 to 100. */
  readonly scores: Record<(typeof categories)[number], number>;
  readonly largestPaintMilliseconds: number;
  readonly blockingMilliseconds: number;
  /** Without a unit; 0 when nothing moves. */
  readonly layoutShift: number;
  /** The addresses of the fonts that the browser loaded: those that something on the page is set in. */
  readonly fonts: readonly string[];
}

const runs = 3;

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Has Lighthouse look at each page, in one browser, some times. */
export async function measureByLighthouse<Name extends string>(
  urls: Readonly<Record<Name, string>>,
): Promise<Record<Name, LighthouseReport>> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await askScript('scripts/chromium/find-chromium.ts'),
    args: [...flags, `--remote-debugging-port=${port}`],
  });
  try {
    const reports: Partial<Record<Name, LighthouseReport>> = {};
    for (const name of Object.keys(urls) as Name[]) {
      const rounds: LighthouseReport[] = [];
      for (let round = 0; round < runs; round += 1) rounds.push(await look(urls[name], port));
      reports[name] = middle(rounds);
    }
    return reports as Record<Name, LighthouseReport>;
  } finally {
    await browser.close();
  }
}

async function look(url: string, port: number): Promise<LighthouseReport> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] });
  if (!result) throw new Error(`Lighthouse gave no report on ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not read ${url}: ${lhr.runtimeError.message}`);
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(categories.map((category) => [category, score(category)])) as LighthouseReport['scores'],
    largestPaintMilliseconds: value('largest-contentful-paint'),
    blockingMilliseconds: value('total-blocking-time'),
    layoutShift: value('cumulative-layout-shift'),
    fonts: requests.parse(lhr.audits['network-requests']?.details).items.flatMap(fontIn),
  };
}

const requests = z.object({ items: z.array(z.object({ url: z.string(), resourceType: z.string().optional() })) });

const fontIn = ({ url, resourceType }: { url: string; resourceType?: string | undefined }): string[] =>
  resourceType === 'Font' ? [url] : [];

function middle(rounds: readonly LighthouseReport[]): LighthouseReport {
  const of = (pick: (report: LighthouseReport) => number) => median(rounds.map(pick));
  return {
    scores: Object.fromEntries(
      categories.map((category) => [category, of(({ scores }) => scores[category])]),
    ) as LighthouseReport['scores'],
    largestPaintMilliseconds: of((report) => report.largestPaintMilliseconds),
    blockingMilliseconds: of((report) => report.blockingMilliseconds),
    layoutShift: of((report) => report.layoutShift),
    fonts: [...new Set(rounds.flatMap(({ fonts }) => fonts))],
  };
}
