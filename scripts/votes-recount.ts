import { Command } from 'commander';
import { recountVotes } from '#features/vote/recount.ts';
import { print } from './terminal/print.ts';
import { runOnSite } from './terminal/run-on-site.ts';

/** Counts all votes again; ends with 1 if a tally, the ledger and the history differ anywhere. */
const program = new Command('votes:recount')
  .description('Count all votes again, and name every story whose tally, ledger and history differ.')
  .allowExcessArguments(false)
  .action(async () => {
    const differences = await recountVotes();
    for (const { articleId, tally, ledger, history } of differences) {
      print(`${articleId}: the tally says ${tally}, the ledger has ${ledger}, the history adds up to ${history}.`);
    }
    if (differences.length > 0) process.exitCode = 1;
    else print('Every tally agrees with the ledger and the history.');
  });

await runOnSite(program);
