import type { Command } from 'commander';
import { closeDatabase } from '#db/client.ts';
import { dataFolder } from '#lib/data-folder.ts';
import { amendEnvironment, env } from '#lib/env.ts';
import { savedSecrets } from '#lib/secrets.ts';
import { openDatabase } from '../up/database.ts';
import { exitOnSignal } from './exit-on-signal.ts';
import { failureSentence } from './failure-sentence.ts';

/**
 * Runs a program of the terminal, its action on the site's database: the one that is named in the environment, else the
 * embedded one, which is joined while the site is up and started while it is down. What goes wrong is said in one
 * sentence. Help and wrong options are answered without a database.
 */
export async function runOnSite(program: Command): Promise<void> {
  let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
  // Whoever reads what is printed may have enough (`| head`); what was begun is still brought to its end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  exitOnSignal();
  program.hook('preAction', async () => {
    database = await openDatabase({
      dataFolder: dataFolder(),
      log: (line) => process.stderr.write(`${line}\n`),
    });
    amendEnvironment({ DATABASE_APP_URL: database.appUrl });
    // A site that was never started has none, and signs nothing.
    const { BROADSHEET_SECRET = (await savedSecrets(dataFolder()))?.BROADSHEET_SECRET } = env();
    amendEnvironment({ BROADSHEET_SECRET });
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.stderr.write(`${failureSentence(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
    await database?.stop();
  }
}
