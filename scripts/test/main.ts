import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFailure } from '#lib/start-problem.ts';
import { formatDuration } from '../progress.mjs';
import { runSteps } from './run-steps.ts';
import { quickSteps, reportFolder, slowSteps } from './steps.ts';
import { formatTotals, readTotals } from './totals.ts';

const began = Date.now();
const stopping = new AbortController();
// Ctrl-C arrives more than once: from the terminal, from npm, and handed on by the launcher.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, () => stopping.abort());
process.channel?.unref();
const quick = process.argv.includes('--quick');

try {
  await rm(reportFolder, { recursive: true, force: true });
  const steps = quick ? quickSteps : [...quickSteps, ...slowSteps];
  const failed = await runSteps({ steps, cwd: join(import.meta.dirname, '..', '..'), signal: stopping.signal });
  if (failed) console.error(`\n${failed.output.trim()}\n\n${failed.title} failed.`);
  const reports = steps.flatMap((step) => step.report ?? []);
  const totals = await readTotals(reportFolder, failed ? [] : reports);
  // A check that is no test, such as the linter, counts as one failure.
  if (failed && totals.failed === 0) totals.failed = 1;
  console.log(`\n${quick ? 'The quick part' : 'Everything'} took ${formatDuration(Date.now() - began)}.`);
  console.log(formatTotals(totals));
  process.exit(failed || totals.failed > 0 ? 1 : 0);
} catch (error) {
  console.error(stopping.signal.aborted ? 'Stopped.' : describeFailure(error));
  process.exit(1);
}
