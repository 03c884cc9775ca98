import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { adapterFor } from '#features/import/adapters/formats.ts';
import { type ImportReport, importStories } from '#features/import/import-stories.ts';
import { systemActor } from '#features/user/actor.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { print } from './terminal/print.ts';
import { progressOn } from './terminal/progress-bar.ts';
import { runOnSite } from './terminal/run-on-site.ts';

const shownProblems = 20;

const program = new Command('import')
  .description('Bring in stories from a file, while the site is up or down. What is known already is left as it is.')
  .argument('<file>', 'the file')
  .option('--format <name>', 'json-lines (gzip or plain) or scraped-page', 'json-lines')
  .action(async (file: string, { format }: { format: string }) => {
    const report = await importFile(file, format);
    say(report);
    if (report.problems.length > 0 && report.imported + report.known === 0) process.exitCode = 1;
  });

await runOnSite(program);

async function importFile(file: string, format: string): Promise<ImportReport> {
  const adapter = adapterFor(format);
  const size = await sizeOf(file);
  const progress = progressOn(process.stdout);
  let read = 0;
  const input = createReadStream(file).on('data', (chunk) => {
    read += chunk.length;
  });
  const show = (done: number, report: Omit<ImportReport, 'stubs'>) =>
    progress.report(
      'Importing',
      done,
      size,
      `${report.imported} imported, ${report.known} known, ${report.problems.length} not taken`,
    );
  show(0, { imported: 0, known: 0, problems: [] });
  try {
    const report = await importStories(adapter.read(input), {
      actor: systemActor('import'),
      // What was read ahead is not done yet.
      onProgress: (state) => show(Math.min(read, size - 1), state),
    });
    show(size, report);
    return report;
  } finally {
    progress.end();
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new StartProblem(`There is no file '${file}': check its name.`);
  return found.size;
}

function say({ imported, known, stubs, problems }: ImportReport): void {
  for (const { line, reason } of problems.slice(0, shownProblems)) print(`line ${line}: ${reason}`);
  if (problems.length > shownProblems) print(`… and ${problems.length - shownProblems} more lines with problems`);
  const stubWords = stubs > 0 ? `, ${stubs} headlines noted as stubs` : '';
  const stories = `${imported} ${imported === 1 ? 'story' : 'stories'}`;
  print(`${stories} imported, ${known} known already, ${problems.length} not taken${stubWords}.`);
}
