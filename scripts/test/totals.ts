import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem } from '#lib/start-problem.ts';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  .transform(({ stats }) => ({
    passed: stats.expected,
    // A test that passes at its second try has failed.
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

const report = z.union([vitestReport, playwrightReport]);

/**
 * Adds up the JSON reports of vitest and Playwright in `folder`. Throws when one of those `expected` is not there, so
 * that tests whose report is lost are not passed over in silence.
 */
export async function readTotals(folder: string, expected: readonly string[]): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  const files: string[] = await readdir(folder).catch(() => []);
  const missing = expected.filter((name) => !files.includes(name));
  if (missing.length > 0) throw new StartProblem(`The test runner left no ${missing.join(', ')} in ${folder}.`);
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const { passed, failed, skipped } = report.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    totals.passed += passed;
    totals.failed += failed;
    totals.skipped += skipped;
  }
  return totals;
}

export function formatTotals({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
