import { prepareDataFolder } from '#lib/data-folder.ts';
import { describeFailure } from '#lib/start-problem.ts';
import { openDatabase } from './up/database.ts';

try {
  const database = await openDatabase({ dataFolder: await prepareDataFolder(), log: (line) => console.log(line) });
  console.log('The database is up to date.');
  await database.stop();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
