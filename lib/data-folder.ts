import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { env } from '#lib/env.ts';
import { StartProblem } from '#lib/start-problem.ts';

/** The absolute path of the folder for what the site keeps. */
export function dataFolder(): string {
  return resolve(env().BROADSHEET_DATA);
}

/** Makes the data folder if it is missing and sees that it can be written. Throws a StartProblem of one sentence. */
export async function prepareDataFolder(folder = dataFolder()): Promise<string> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (cause) {
    throw new StartProblem(sentenceFor(folder, (cause as NodeJS.ErrnoException).code), { cause });
  }
}

/** Not `recursive`, with which Node tries for ever where nothing can be made, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  // Others may pass through it, as the database's account must, but not look around.
  await mkdir(folder, { mode: 0o711 }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await isFolder(folder))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true;
}

function sentenceFor(folder: string, code: string | undefined): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${folder} is full; free some space and start again.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder ${folder} is a file, or lies in one; name a folder with BROADSHEET_DATA.`;
    default:
      return (
        `The data folder ${folder} cannot be written (${code ?? 'unknown error'}); ` +
        'give this account the right to, or name another with BROADSHEET_DATA.'
      );
  }
}
