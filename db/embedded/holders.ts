import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

/**
 * Writes down that this process needs the server of the cluster in `folder`. The function that it returns takes that
 * back and calls `stop` if nobody else needs the server: the last one out turns off the light.
 */
export async function holdCluster(folder: string): Promise<(stop: () => Promise<void>) => Promise<void>> {
  const holders = join(folder, 'holders');
  await mkdir(holders, { recursive: true });
  const mine = join(holders, `${process.pid}_${processIdentity(process.pid)}_${randomBytes(4).toString('hex')}`);
  await writeFile(mine, '');
  let released = false;
  return async (stop) => {
    if (released) return;
    released = true;
    rmSync(mine, { force: true });
    // Counting and signalling follow each other without a pause, so that no newcomer slips in between.
    if (countHolders(holders) === 0) await stop();
  };
}

/** Counts the living and forgets the dead. */
function countHolders(holders: string): number {
  let living = 0;
  for (const name of readdirSync(holders)) {
    const [pid, identity] = name.split('_');
    if (identity && identity === processIdentity(Number(pid))) living += 1;
    else rmSync(join(holders, name), { force: true });
  }
  return living;
}
