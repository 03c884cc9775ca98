import { Command } from 'commander';
import { explainDatabaseError } from '#db/database-problem.ts';
import { dataFolder } from '#lib/data-folder.ts';
import { describeFailure, StartProblem } from '#lib/start-problem.ts';
import { generateSite } from './generate/generate-site.ts';
import { exitOnSignal } from './terminal/exit-on-signal.ts';
import { count, moment } from './terminal/options.ts';
import { progressOn } from './terminal/progress-bar.ts';
import { openDatabase } from './up/database.ts';

interface Options {
  readonly articles: number;
  readonly views: number;
  readonly votes: number;
  readonly seed?: number;
  readonly now: Date;
}

const most = 10_000_000;

const program = new Command('generate')
  .description('Fill the site with generated stories, views and votes, to see how it bears them.')
  .option('--articles <n>', 'how many stories', count(1, most), 2000)
  .option('--views <n>', 'how many views by people', count(0, 100 * most), 20_000)
  .option('--votes <n>', 'how many votes', count(0, most), 2000)
  .option('--seed <n>', 'the same seed makes the same stories; without one, the next that is free', count(0, 2 ** 31))
  .option('--now <moment>', 'how old the newest story is to be; without it, just written', moment, new Date())
  .allowExcessArguments(false)
  .parse();

exitOnSignal();
const progress = progressOn(process.stderr);
let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
try {
  database = await openDatabase({ dataFolder: dataFolder(), log: (line) => console.error(line) });
  const url = asOwner(database.ownerUrl);
  const options = program.opts<Options>();
  const { seed } = await generateSite(url, options, progress.report);
  progress.end();
  console.log(`The site has ${options.articles} more stories (seed ${seed}).`);
} catch (error) {
  progress.end();
  console.error(describeFailure(database?.ownerUrl ? explainDatabaseError(error, database.ownerUrl) : error));
  process.exitCode = 1;
} finally {
  await database?.stop();
}

/** Stories by COPY are the owner's to write: the site's own role may not. */
function asOwner(ownerUrl: string | null): string {
  if (ownerUrl) return ownerUrl;
  throw new StartProblem("Generating needs the database's owner: set DATABASE_URL beside DATABASE_APP_URL.");
}
