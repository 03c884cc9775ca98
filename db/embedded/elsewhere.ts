import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartProblem } from '#lib/start-problem.ts';
import { canEnter, type SystemUser } from './system-user.ts';

const candidates = ['/var/lib/broadsheet', '/srv/broadsheet', '/opt/broadsheet', '/var/tmp/broadsheet'];

/** A folder outside the data folder that `user` can enter, for when the data folder lies in one such as /root. */
export async function folderElsewhere(user: SystemUser): Promise<string> {
  for (const folder of candidates) {
    const made = await mkdir(folder, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    );
    if (made && canEnter(folder, user)) return folder;
  }
  throw new StartProblem(
    `Postgres runs as ${user.name}, which can enter none of ${candidates.join(', ')}; ` +
      'choose a folder that it can enter with BROADSHEET_DATA.',
  );
}

/** Makes the empty folder of a new home elsewhere. */
export async function makePlaceElsewhere(user: SystemUser): Promise<string> {
  const place = join(await folderElsewhere(user), `postgres-${randomBytes(6).toString('hex')}`);
  await mkdir(place, { mode: 0o711 });
  return place;
}

/** Writes the place into the data folder, once: of two starters the second takes the first one's choice. */
export async function rememberPlace(dataFolder: string, choose: () => Promise<string>): Promise<string> {
  const file = join(dataFolder, 'postgres-place');
  const draft = `${file}.${process.pid}`;
  const chosen = await choose();
  await writeFile(draft, `${chosen}\n`);
  await link(draft, file).catch(async (error: NodeJS.ErrnoException) => {
    await rmdir(chosen);
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readFile(file, 'utf8')).trim();
}
