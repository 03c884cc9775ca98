import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { StartProblem } from '#lib/start-problem.ts';

export interface OpenFile {
  /** Bytes, as the file has them. */
  readonly size: number;
  /** The file's bytes; what goes wrong while they are read is a StartProblem too. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Opens a file that is to be imported. Throws a StartProblem for what is not there, is no file, or may not be read. */
export async function openFile(path: string): Promise<OpenFile> {
  // A pipe without a writer would keep us waiting for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw explained(path, error);
  });
  const found = await handle.stat();
  if (found.isFile()) return { size: found.size, bytes: readAll(path, handle.createReadStream()) };
  await handle.close();
  throw new StartProblem(`'${path}' is not a file: an import reads plain files only.`);
}

async function* readAll(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw explained(path, error);
  }
}

function explained(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new StartProblem(`There is no file '${path}': check its name.`, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new StartProblem(`The file '${path}' may not be read: give yourself the right to.`, { cause: error });
    default:
      return code === undefined
        ? error
        : new StartProblem(`The file '${path}' cannot be read (${code}).`, { cause: error });
  }
}
