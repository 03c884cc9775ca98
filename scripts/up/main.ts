import { describeFailure } from '#lib/start-problem.ts';
import { parseOptions } from './options.ts';
import { listenForStop } from './stopping.ts';
import { up } from './up.ts';

// Exit codes: 0 after being asked to stop, 1 when something is wrong.
const stopping = listenForStop();
try {
  await up(parseOptions(process.argv.slice(2)), stopping);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
process.exit();
