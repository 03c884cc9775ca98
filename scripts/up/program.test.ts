import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { processIdentity } from '#db/embedded/process-identity.ts';
import { environmentFor } from '#lib/env.ts';
import { endProgram, hasEnded, startProgram } from './program.ts';

const never = new AbortController().signal;
const environment = environmentFor({});
const started = (fixture: string) => startProgram(`scripts/up/fixtures/${fixture}`, { environment, output: 'pipe' });
const firstLine = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
  for await (const line of createInterface(stream!)) return line;
  return '';
};

test('a program that is asked to end may finish what it does', async () => {
  const program = started('finishes-first.ts');
  await firstLine(program.stdout);
  await endProgram(program, 10_000, never);
  expect(program.exitCode).toBe(0);
});

test('a program that does not end in its time is killed', async () => {
  const program = started('never-ends.ts');
  await firstLine(program.stdout);
  await endProgram(program, 50, never);
  expect(program.signalCode).toBe('SIGKILL');
});

test('a program is killed at once when nothing more is waited for', async () => {
  const program = started('never-ends.ts');
  await firstLine(program.stdout);
  const force = new AbortController();
  const ending = endProgram(program, 60_000, force.signal);
  force.abort();
  await ending;
  expect(program.signalCode).toBe('SIGKILL');
});

test('a program that has ended need not be ended', async () => {
  const program = started('finishes-first.ts');
  program.kill('SIGKILL');
  await once(program, 'exit');
  await endProgram(program, 60_000, never);
  expect(hasEnded(program)).toBe(true);
});

test('a program ends by itself when its launcher is killed', async () => {
  const launcher = spawn(process.execPath, [fileURLToPath(new URL('fixtures/launches.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await firstLine(launcher.stdout));
  afterAll(() => isAlive(pid) && process.kill(pid, 'SIGKILL'));
  expect(isAlive(pid)).toBe(true);
  launcher.kill('SIGKILL');
  const deadline = Date.now() + 10_000;
  while (isAlive(pid) && Date.now() < deadline) await sleep(20);
  expect(isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  return processIdentity(pid) !== '';
}
