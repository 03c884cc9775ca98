import { Command } from 'commander';
import { adapterFor } from '#features/import/adapters/formats.ts';
import { type ImportReport, importStories } from '#features/import/import-stories.ts';
import { openFile } from '#features/import/open-file.ts';
import { systemActor } from '#features/user/actor.ts';
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
  const { size, bytes } = await openFile(file);
  const progress = progressOn(process.stdout);
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      read += chunk.length;
      yield chunk;
    }
  }
  const show = (done: number, report: Omit<ImportReport, 'stubs'>) =>
    progress.report(
      'Importing',
      done,
      size,
      `${report.imported} imported, ${report.known} known, ${report.problems.length} not taken`,
    );
  if (size > 0) show(0, { imported: 0, known: 0, problems: [] });
  try {
    const report = await importStories(adapter.read(counted()), {
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

function say({ imported, known, stubs, problems }: ImportReport): void {
  for (const { line, reason } of problems.slice(0, shownProblems)) print(`line ${line}: ${reason}`);
  if (problems.length > shownProblems) print(`… and ${problems.length - shownProblems} more lines with problems`);
  const stubWords = stubs > 0 ? `, ${stubs} headlines noted as stubs` : '';
  const stories = `${imported} ${imported === 1 ? 'story' : 'stories'}`;
  print(`${stories} imported, ${known} known already, ${problems.length} not taken${stubWords}.`);
}
