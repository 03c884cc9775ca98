import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '#lib/data-folder.ts';

const keptMail = z.object({
  id: z.string(),
  sentAt: z.coerce.date(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** A mail that was kept because no server sends any. */
export type KeptMail = z.infer<typeof keptMail>;

/** The newest that are shown, and for how long any is kept. */
const limits = { most: 200, days: 7 } as const;

/** Keeps a mail in the data folder, where this account alone can read it. */
export async function keepMail({ to, subject, text }: Pick<KeptMail, 'to' | 'subject' | 'text'>): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const sentAt = new Date();
  const id = `${sentAt.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}`;
  const draft = join(folder(), `.${id}`);
  await writeFile(draft, JSON.stringify({ id, sentAt, to, subject, text }), { mode: 0o600 });
  await rename(draft, join(folder(), `${id}.json`));
}

/** The mails that were kept, the newest first. */
export async function readKeptMails(): Promise<KeptMail[]> {
  const newest = (await names()).sort().reverse().slice(0, limits.most);
  const mails = await Promise.all(newest.map(readKept));
  return mails.filter((mail) => mail !== null);
}

/** Removes what was kept for longer than a week. */
export async function forgetKeptMails(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - limits.days * 86_400_000).toISOString().replaceAll(/[:.]/g, '-');
  for (const name of await names()) if (name < before) await rm(join(folder(), name), { force: true });
}

const folder = (): string => join(dataFolder(), 'mail');

async function names(): Promise<string[]> {
  try {
    return (await readdir(folder())).filter((name) => /^\d.*\.json$/.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Null for one that was removed meanwhile. */
async function readKept(name: string): Promise<KeptMail | null> {
  try {
    return keptMail.parse(JSON.parse(await readFile(join(folder(), name), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
