import { formatDuration } from '../progress.mjs';
import { runStep } from './run-step.ts';
import { showRunning } from './show-running.ts';
import type { Step } from './steps.ts';

export interface FailedStep {
  readonly title: string;
  readonly output: string;
}

export interface RunStepsOptions {
  readonly steps: readonly Step[];
  readonly cwd: string;
  readonly signal: AbortSignal;
}

const cores = 2;

/**
 * Runs the steps in order, side by side where the cores suffice, and names each with its time. Resolves to the first
 * one that failed, after the others were stopped; to null when all went well.
 */
export async function runSteps({ steps, cwd, signal }: RunStepsOptions): Promise<FailedStep | null> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<void>>();
  const halt = new AbortController();
  const either = AbortSignal.any([signal, halt.signal]);
  const view = showRunning();
  let failed: FailedStep | null = null;

  const start = async (step: Step): Promise<void> => {
    const began = Date.now();
    view.began(step.title);
    const { succeeded, output } = await runStep({ step, cwd, signal: either });
    running.delete(step);
    if (either.aborted) return view.ended(step.title, `– ${step.title} (stopped)`);
    view.ended(step.title, `${succeeded ? '✓' : '✗'} ${step.title} (${formatDuration(Date.now() - began)})`);
    if (succeeded) return;
    failed = { title: step.title, output };
    halt.abort();
  };

  while (!either.aborted && (waiting.length > 0 || running.size > 0)) {
    const busy = [...running.keys()].reduce((sum, step) => sum + step.cores, 0);
    const next = waiting[0];
    if (next && busy + next.cores <= cores) {
      waiting.shift();
      running.set(next, start(next));
    } else {
      await Promise.race(running.values());
    }
  }
  await Promise.all(running.values());
  view.close();
  signal.throwIfAborted();
  return failed;
}
