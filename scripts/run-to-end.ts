import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { StartProblem } from '#lib/start-problem.ts';
import { endGroup } from './end-group.ts';

export interface RunOptions {
  readonly title: string;
  readonly parameters: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Gets the last line that the program wrote. */
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Runs Node to its end with its output held back; it is shown whole, before one sentence, when the run fails. */
export async function runToEnd({ title, parameters, environment, cwd, note, signal }: RunOptions): Promise<void> {
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => endGroup(child.pid);
  signal.addEventListener('abort', stop, { once: true });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      written.push(line);
      if (line.trim()) note(line.trim());
    });
  }
  const [code] = await once(child, 'close');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code === 0) return;
  const output = written.join('\n');
  const advice = /ENOSPC|no space left/i.test(output) ? 'the disk is full; free some space' : 'see above';
  throw new StartProblem(`${output}\n\n${title} failed: ${advice}.`);
}
