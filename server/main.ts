import cluster from 'node:cluster';
import { env } from '#lib/env.ts';
import { describeFailure } from '#lib/start-problem.ts';
import { superviseWorkers } from './workers/supervise-workers.ts';

/** The site's server. `--dev` has Next build as it goes; with WORKERS above 1 as many processes share the port. */
const development = process.argv.includes('--dev');

try {
  const { WORKERS } = env();
  if (WORKERS > 1 && !development && cluster.isPrimary) {
    // It serves nothing itself, and need not load what serves.
    const { countForWorkers } = await import('./workers/count-for-workers.ts');
    superviseWorkers(WORKERS, countForWorkers());
  } else {
    const { serveSite } = await import('./serve.ts');
    await serveSite({ development });
  }
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}
