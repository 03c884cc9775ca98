import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem } from '#lib/start-problem.ts';

const secrets = z.object({
  /** Signs voters' cookies and sessions. */
  BROADSHEET_SECRET: z.string().min(32),
  /** Keeps the ids of forms' actions the same from build to build: 32 bytes in base64, as Next wants it. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64'),
});

export type Secrets = z.infer<typeof secrets>;

/**
 * The site's secrets: those that the environment gives, the others from `secrets.json` in the data folder, where they
 * are made at first start and only this account can read them. Throws a StartProblem when the file cannot be used.
 */
export async function loadSecrets(dataFolder: string, given: Partial<Secrets>): Promise<Secrets> {
  if (given.BROADSHEET_SECRET && given.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) return secrets.parse(given);
  const kept = (await savedSecrets(dataFolder)) ?? (await make(fileIn(dataFolder)));
  return {
    BROADSHEET_SECRET: given.BROADSHEET_SECRET ?? kept.BROADSHEET_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      given.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? kept.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  };
}

/** The secrets that an earlier start made, or null when there was none. */
export function savedSecrets(dataFolder: string): Promise<Secrets | null> {
  return read(fileIn(dataFolder));
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'secrets.json');
}

async function read(file: string): Promise<Secrets | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
    // A copied folder may have lost its modes.
    await chmod(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartProblem(`The secrets in ${file} cannot be read; start as the account that made them.`, {
      cause: error,
    });
  }
  const parsed = secrets.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new StartProblem(
    `The secrets in ${file} are damaged; put a backup in its place, or remove the file: ` +
      'new ones are made, and everybody has to sign in again.',
  );
}

/** Written whole under another name first; of two starters at once, one's secrets become everybody's. */
async function make(file: string): Promise<Secrets> {
  const made: Secrets = {
    BROADSHEET_SECRET: randomBytes(32).toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    await link(draft, file);
    return made;
  } catch (error) {
    const winner = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await read(file) : null;
    if (winner) return winner;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
