import { StartProblem } from '#lib/start-problem.ts';
import type { Home } from './home-layout.ts';

/** One sentence for what a Postgres that did not start wrote before it ended. */
export function diagnose(home: Home, output: string): StartProblem {
  if (diskIsFull(output)) return fullDisk(home);
  const complaint = lastComplaint(output);
  if (/permission|ownership/i.test(complaint)) return foreign(home.folder);
  if (/shared memory|allocate memory|semaphore/i.test(output)) {
    return new StartProblem(
      `This machine has too little memory for the embedded Postgres (${complaint}); free some and start again.`,
    );
  }
  if (signsOfDamage.test(output)) return damaged(home, complaint);
  return new StartProblem(
    `The embedded Postgres in ${home.folder} did not start (${complaint}); see ${home.logFile}, then start again.`,
  );
}

/** The sentence for a cluster that cannot be served as it is. */
export function damaged(home: Home, what: string): StartProblem {
  return new StartProblem(
    `The database in ${home.folder} is damaged (${what}); put a backup in its place, or move that folder away to ` +
      'begin with an empty site.',
  );
}

/** The sentence for a cluster that this account may not touch. */
export function foreign(folder: string): StartProblem {
  return new StartProblem(
    `The database in ${folder} belongs to another account of this machine; start Broadsheet as that account or as ` +
      'root, or choose another folder with BROADSHEET_DATA.',
  );
}

/** The sentence for a disk without space. */
export function fullDisk(home: Home): StartProblem {
  return new StartProblem(
    `The disk that holds ${home.folder} is full; free some space (a new site needs about 200 MB) and start again.`,
  );
}

/** Whether an error of the file system, or what a program wrote, says that the disk has no space. */
export function diskIsFull(from: unknown): boolean {
  if (typeof from === 'string')
    return /no space left on device|disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(from);
  const code = (from as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

const signsOfDamage =
  /checkpoint record|pg_control|valid data directory|incorrect checksum|could not (?:open|read|access|find) |does not exist|corrupt|not initialized|configuration file .* contains errors/i;

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => /(?:FATAL|PANIC|error):/i.test(line));
  return (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? '')
    .replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/i, '')
    .replace(/[.;]?\s*$/, '');
}
