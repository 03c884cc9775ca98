import { Command } from 'commander';
import { checkSeals } from '#features/vote/check-seals.ts';
import { recountVotes } from '#features/vote/recount.ts';
import { print } from './terminal/print.ts';
import { runOnSite } from './terminal/run-on-site.ts';

/** Counts all votes again; ends with 1 if a tally, the ledger, the history and their seals differ anywhere. */
const program = new Command('votes:recount')
  .description('Count all votes again, and name every story whose tally, ledger and history differ, or a seal.')
  .allowExcessArguments(false)
  .action(async () => {
    const differences = await recountVotes();
    for (const { articleId, tally, ledger, history } of differences) {
      print(`${articleId}: the tally says ${tally}, the ledger has ${ledger}, the history adds up to ${history}.`);
    }
    const broken = await checkSeals();
    for (const { articleId, day } of broken) print(`${articleId}: the seal of ${day} is not that of the history.`);
    if (differences.length + broken.length > 0) process.exitCode = 1;
    else print('Every tally agrees with the ledger and the history, and every seal with the day that it seals.');
  });

await runOnSite(program);
