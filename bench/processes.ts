import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartProblem } from '#lib/start-problem.ts';

const root = join(import.meta.dirname, '..');
const conditions = ['--conditions=react-server'];

/** Runs a script of ours to its end; what it says goes to the terminal. */
export async function runScript(file: string, parameters: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const stdio = ['ignore', process.stderr, process.stderr] as const;
  const child = spawn(process.execPath, [...conditions, file, ...parameters], {
    cwd: root,
    env: environment,
    stdio: [...stdio],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new StartProblem(`${file} failed with code ${code}; what it wrote above says why.`);
}

/** Runs a script of ours to its end, and gives the line that it answers with. */
export async function askScript(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...conditions, file], { cwd: root });
  return stdout.trim();
}

/** Starts one of our programs, which `stop` ends. */
export function startProgram(file: string, environment: NodeJS.ProcessEnv): ChildProcess {
  const stdio = ['ignore', process.stderr, process.stderr] as const;
  return spawn(process.execPath, [...conditions, file], { cwd: root, env: environment, stdio: [...stdio] });
}

/** Starts a file of this folder as a process that is talked to by messages. */
export function startPart(file: string): ChildProcess {
  return fork(join(import.meta.dirname, file), { serialization: 'advanced', execArgv: conditions });
}

/** Sends a message and waits for the answer. */
export async function ask<Answer>(part: ChildProcess, message: object): Promise<Answer> {
  const done = new AbortController();
  const answer = once(part, 'message', { signal: done.signal });
  const end = once(part, 'exit', { signal: done.signal });
  const ended = end.then(([code]) => {
    throw new Error(`A part of the benchmark ended early with code ${code}.`);
  });
  part.send(message);
  try {
    const [value] = await Promise.race([answer, ended]);
    return value as Answer;
  } finally {
    ended.catch(() => undefined);
    answer.catch(() => undefined);
    done.abort();
  }
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Waits until a server says that it is ready. */
export async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(20);
  }
  throw new StartProblem(`The server for ${url} did not become ready; what it wrote above says why.`);
}
