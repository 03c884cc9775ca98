import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

/**
 * Writes down that this process needs the server of the cluster in `folder`. The function that it returns takes that
 * back and calls `stop` if nobody else needs the server: the last one out turns off the light. A process that ends
 * without it calls `stopUnattended`, which cannot wait.
 */
export async function holdCluster(
  folder: string,
  stopUnattended: () => void,
): Promise<(stop: () => Promise<void>) => Promise<void>> {
  const holders = join(folder, 'holders');
  await mkdir(holders, { recursive: true });
  const mine = join(holders, `${process.pid}_${processIdentity(process.pid)}_${randomBytes(4).toString('hex')}`);
  await writeFile(mine, '');
  let released = false;
  /** True for the last one. What it does then must follow without a pause, so that no newcomer slips in between. */
  const letGo = (): boolean => {
    if (released) return false;
    released = true;
    rmSync(mine, { force: true });
    return countHolders(holders) === 0;
  };
  const atExit = () => {
    if (letGo()) stopUnattended();
  };
  process.once('exit', atExit);
  return async (stop) => {
    process.off('exit', atExit);
    if (letGo()) await stop();
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
