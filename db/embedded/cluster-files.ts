import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem } from '#lib/start-problem.ts';
import { damaged, foreign } from './diagnosis.ts';
import type { Home } from './home-layout.ts';

/** The major version of the binaries: a cluster made by another one cannot be served. */
const postgresMajor = '18';

const passwords = z.object({ superuserPassword: z.string().min(1), ownerPassword: z.string().min(1) });

export type ClusterFiles = z.infer<typeof passwords>;

/** The passwords kept beside a cluster. Throws a StartProblem when the folder is not a whole cluster of ours. */
export async function readClusterFiles(home: Home): Promise<ClusterFiles> {
  const version = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(explain(home, 'cluster/PG_VERSION'));
  if (version.trim() !== postgresMajor) {
    throw new StartProblem(
      `The database in ${home.folder} was made by PostgreSQL ${version.trim() || 'of an unknown version'} and this ` +
        `Broadsheet brings ${postgresMajor}; start it with the Broadsheet that made it, or move that folder away to ` +
        'begin with an empty site.',
    );
  }
  const text = await readFile(join(home.folder, 'passwords.json'), 'utf8').catch(explain(home, 'passwords.json'));
  const parsed = passwords.safeParse(parseJson(text));
  if (!parsed.success) throw damaged(home, 'passwords.json is not readable');
  return parsed.data;
}

function explain(home: Home, file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw damaged(home, `${file} is missing`);
    throw error.code === 'EACCES' ? foreign(home.folder) : error;
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
