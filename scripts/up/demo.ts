import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { withConnection } from '#db/short-connection.ts';
import { StartProblem } from '#lib/start-problem.ts';
import type { Progress } from '../progress.mjs';
import { endProgram, startProgram } from './program.ts';

export interface DemoOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly appUrl: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Loads the demo content into a site that holds no article; in a process of its own, as the site's role. */
export async function loadDemo({ environment, appUrl, progress, signal }: DemoOptions): Promise<void> {
  if (await hasArticles(appUrl)) return;
  await progress.step('Loading the demo stories', async (note) => {
    const child = startProgram('scripts/demo.ts', { environment, output: 'pipe' });
    const stop = () => void endProgram(child, 1_000, signal);
    signal.addEventListener('abort', stop, { once: true });
    if (child.stdout) createInterface(child.stdout).on('line', note);
    const complaint = child.stderr ? text(child.stderr) : Promise.resolve('');
    const [code] = await once(child, 'close');
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    if (code === 0) return;
    throw new StartProblem(
      `${await complaint}\nThe demo stories could not be loaded; start without them: npm run up -- --no-demo.`.trim(),
    );
  });
}

function hasArticles(appUrl: string): Promise<boolean> {
  return withConnection(appUrl, async (sql) => {
    const [row] = await sql`select exists (select from articles) as present`;
    return row?.present === true;
  });
}
