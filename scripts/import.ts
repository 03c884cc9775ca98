import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { closeDatabase } from '#db/client.ts';
import { adapterFor } from '#features/import/adapters/formats.ts';
import { type ImportReport, importStories } from '#features/import/import-stories.ts';
import { systemActor } from '#features/user/actor.ts';
import { describeFailure, StartProblem } from '#lib/start-problem.ts';
import { useRunningDatabase } from './database/use-running-database.ts';

const shownProblems = 20;

const program = new Command('import')
  .description('Bring in stories from a file, while the site is up or down. What is known already is left as it is.')
  .argument('<file>', 'the file')
  .option('--format <name>', 'json-lines (gzip or plain) or scraped-page', 'json-lines')
  .parse();

try {
  const report = await importFile(program.args[0] as string, program.opts<{ format: string }>().format);
  print(report);
  if (report.problems.length > 0 && report.imported + report.known === 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

async function importFile(file: string, format: string): Promise<ImportReport> {
  const adapter = adapterFor(format);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new StartProblem(`There is no file '${file}': check its name.`);
  const { size } = found;
  const database = await useRunningDatabase();
  const bar = new SingleBar({
    format: 'Importing [{bar}] {percentage} % · {imported} imported, {known} known, {problems} problems',
    noTTYOutput: true,
    notTTYSchedule: 5000,
    hideCursor: true,
  });
  const shown = ({ imported, known, problems }: ImportReport) => ({ imported, known, problems: problems.length });
  try {
    let read = 0;
    const input = createReadStream(file).on('data', (chunk) => {
      read += chunk.length;
    });
    bar.start(size, 0, { imported: 0, known: 0, problems: 0 });
    const report = await importStories(adapter.read(input), {
      actor: systemActor('import'),
      onProgress: (state) => bar.update(Math.min(read, size), shown(state)),
    });
    bar.update(size, shown(report));
    return report;
  } finally {
    bar.stop();
    await closeDatabase();
    await database.stop();
  }
}

function print({ imported, known, stubs, problems }: ImportReport): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const { line, reason } of problems.slice(0, shownProblems)) say(`line ${line}: ${reason}`);
  if (problems.length > shownProblems) say(`… and ${problems.length - shownProblems} more lines with problems`);
  const stubWords = stubs > 0 ? `, ${stubs} headlines noted as stubs` : '';
  say(
    `${imported} ${imported === 1 ? 'story' : 'stories'} imported, ${known} known already, ${problems.length} not taken${stubWords}.`,
  );
}
