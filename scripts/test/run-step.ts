import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environmentFor } from '#lib/env.ts';
import { endGroup } from '../end-group.ts';
import type { Step } from './steps.ts';

/** Tests look the same on every machine: settings for a site of one's own do not reach them. */
const unset = {
  PORT: '',
  BROADSHEET_DATA: '',
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  SITE_URL: '',
  TRUSTED_PROXIES: '',
  BROADSHEET_SECRET: '',
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: '',
  PAGE_CACHE: '',
  PAGE_CACHE_MB: '',
  SURROGATE_MAX_AGE: '',
  VOTE_GROUP: '',
  LOG_LEVEL: '',
};

export interface RunStepOptions {
  readonly step: Step;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** Runs the programs of a step one after the other, until one fails, with what they write held back. */
export async function runStep({ step, cwd, signal }: RunStepOptions): Promise<{ succeeded: boolean; output: string }> {
  let output = '';
  for (const program of step.programs) {
    if (signal.aborted) return { succeeded: false, output };
    const child = spawn(process.execPath, program, {
      cwd,
      env: environmentFor({ ...unset, ...step.environment }),
      // A group of its own, so that all that it started ends with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => endGroup(child.pid);
    signal.addEventListener('abort', stop, { once: true });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    const [code] = await once(child, 'close');
    signal.removeEventListener('abort', stop);
    if (code !== 0) return { succeeded: false, output };
  }
  return { succeeded: true, output };
}
