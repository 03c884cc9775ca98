import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface ProgramOptions {
  readonly parameters?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Inherit: it writes to the terminal. Pipe: for whoever reads its output. */
  readonly output?: 'inherit' | 'pipe';
}

/**
 * Starts one of our programs so that neither Ctrl-C nor a closed terminal reaches it: this process stops it, in its
 * turn. It stops by itself when this process is gone, even by SIGKILL.
 */
export function startProgram(file: string, options: ProgramOptions): ChildProcess {
  const { parameters = [], environment, output = 'inherit' } = options;
  const follow = join(import.meta.dirname, 'follow-launcher.ts');
  return spawn(
    process.execPath,
    [
      '--conditions=react-server',
      `--import=${new URL(`file://${encodeURI(follow)}`)}`,
      join(root, file),
      ...parameters,
    ],
    { cwd: root, env: environment, detached: true, stdio: ['ignore', output, output, 'ipc'] },
  );
}

/** Asks a program to end and waits; one that has not after `milliseconds`, or on `force`, is killed. */
export async function endProgram(child: ChildProcess, milliseconds: number, force: AbortSignal): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = AbortSignal.any([AbortSignal.timeout(milliseconds), force]);
  const kill = () => child.kill('SIGKILL');
  if (patience.aborted) kill();
  patience.addEventListener('abort', kill, { once: true });
  await exit;
  patience.removeEventListener('abort', kill);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
