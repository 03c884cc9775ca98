import { existsSync } from 'node:fs';
import { chmod, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { prepareDataFolder } from '#lib/data-folder.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { foreign } from './diagnosis.ts';
import { makePlaceElsewhere, rememberPlace } from './elsewhere.ts';
import { type Home, type Log, layOut } from './home-layout.ts';
import { canEnter, postgresUser, type SystemUser } from './system-user.ts';

/** The home of the cluster that belongs to `dataFolder`, chosen and remembered at first use. */
export async function homeFor(dataFolder: string, log?: Log): Promise<Home> {
  await prepareDataFolder(resolve(dataFolder));
  const known = await findHome(dataFolder);
  if (known) return known;
  if (!isRoot()) return layOut(join(resolve(dataFolder), 'postgres'), null);
  const user = await postgresUser(log);
  if (await letIn(dataFolder, user)) return layOut(join(resolve(dataFolder), 'postgres'), user);
  const place = await rememberPlace(dataFolder, () => makePlaceElsewhere(user));
  log?.(`The account ${user.name} cannot enter ${resolve(dataFolder)}, so the database is kept in ${place}`);
  return layOut(place, user);
}

/** Opens our own data folder to `user` for passing through, not for looking around, where it alone bars the way. */
async function letIn(dataFolder: string, user: SystemUser): Promise<boolean> {
  if (canEnter(dataFolder, user)) return true;
  const { uid, mode } = await stat(dataFolder);
  if (uid !== 0 || !canEnter(dirname(resolve(dataFolder)), user)) return false;
  await chmod(dataFolder, (mode & 0o777) | 0o011);
  return canEnter(dataFolder, user);
}

/** The home that an earlier start made for `dataFolder`, or null when there is none. */
export async function findHome(dataFolder: string): Promise<Home | null> {
  const remembered = await readFile(join(dataFolder, 'postgres-place'), 'utf8').catch(() => null);
  const folder = remembered?.trim() ?? join(resolve(dataFolder), 'postgres');
  if (!existsSync(folder)) {
    if (remembered === null) return null;
    throw new StartProblem(
      `The database of ${resolve(dataFolder)} was kept in ${folder}, which is gone; put that folder back, or remove ` +
        `${join(resolve(dataFolder), 'postgres-place')} to begin with an empty site.`,
    );
  }
  return layOut(folder, await ownerOfCluster(folder));
}

/** Only the account that a cluster belongs to can serve it; root takes that account's part. */
async function ownerOfCluster(folder: string): Promise<SystemUser | null> {
  if (!process.getuid) return null;
  const owner = await stat(join(folder, 'cluster')).catch(() => null);
  if (isRoot()) {
    // Not made yet, or put back from a backup by root: launch.ts hands it over.
    if (!owner || owner.uid === 0) return postgresUser();
    return { name: `with the number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  if (!owner || owner.uid === process.getuid()) return null;
  throw foreign(folder);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
