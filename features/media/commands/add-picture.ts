import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { inOneTransaction } from '#features/command/in-one-transaction.ts';
import type { IncomingFile } from '#features/media/incoming-file.ts';
import { inspectPicture, type PictureFacts } from '#features/media/inspect-picture.ts';
import { keepFile, originalKey } from '#features/media/picture-files.ts';
import { fileName, pictureWords } from '#features/media/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { removeUnusedFiles } from './remove-unused-files.ts';

type Described = z.input<typeof pictureWords> & {
  /** What the file was called. */
  readonly name?: string | undefined;
};

/** When the worker looks after a picture that was to be made ready at once. */
const later = 10 * 60_000;

/**
 * Adds a picture: its original is stored and its row written at once, its renditions are made by the worker. The same
 * bytes again are the same picture. Refuses 'forbidden', 'invalid' for what is no picture that can be shown, and
 * 'unavailable' when it cannot be stored; nothing is kept of it then.
 */
export async function addPicture(
  actor: Actor,
  file: Pick<IncomingFile, 'bytes' | 'head' | 'sha256'> & { readonly contents: Buffer | { readonly path: string } },
  described: Described = {},
  { prepare = 'at once' }: { prepare?: 'at once' | 'unless done' } = {},
): Promise<{ assetId: string; known: boolean }> {
  if (!canManage(actor, 'media')) throw new Refusal('forbidden', say('media.forbidden'));
  const { contents, head, sha256, bytes } = file;
  const facts = await inspectPicture(Buffer.isBuffer(contents) ? contents : contents.path, head);
  try {
    return await inOneTransaction(actor, async (run, tx) => {
      await lockBytes(tx, sha256);
      const known = await recall(tx, sha256);
      if (known?.prepared) return { assetId: known.id, known: true };
      await keepFile(originalKey(sha256), contents);
      const added = await run(recordPicture, { ...described, name: described.name ?? '', sha256, bytes, facts });
      const runAt = prepare === 'at once' ? undefined : new Date(Date.now() + later);
      const key = `prepare-picture:${added.assetId}`;
      await enqueueJob(tx, 'prepare-picture', { assetId: added.assetId }, runAt ? { key, runAt } : { key });
      return { ...added, known: known !== undefined };
    });
  } catch (error) {
    await removeUnusedFiles(sha256).catch((err: unknown) => log.warn({ err, sha256 }, 'files of no picture were left'));
    throw error;
  }
}

/** Whoever adds or removes a picture of these bytes waits until the other has done so. */
async function lockBytes(tx: Transaction, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`);
}

async function recall(tx: Transaction, sha256: string): Promise<{ id: string; prepared: boolean } | undefined> {
  const { id, preparedAt } = mediaAssets;
  const [row] = await tx.select({ id, preparedAt }).from(mediaAssets).where(eq(mediaAssets.sha256, sha256));
  return row && { id: row.id, prepared: row.preparedAt !== null };
}

const recordPicture = defineCommand({
  name: 'media.add',
  input: pictureWords.extend({
    name: fileName,
    sha256: z.string(),
    bytes: z.number().int().positive(),
    facts: z.custom<PictureFacts>(),
  }),
  allows: (actor) => canManage(actor, 'media'),
  async run({ tx, actor, input, audit }) {
    const { facts, ...described } = input;
    const [asset] = await tx
      .insert(mediaAssets)
      .values({ ...described, ...facts, storageKey: originalKey(input.sha256), createdBy: userIdOf(actor) })
      // One that could not be made ready before is tried anew.
      .onConflictDoUpdate({ target: mediaAssets.sha256, set: { problem: null } })
      .returning({ id: mediaAssets.id });
    const assetId = (asset as { id: string }).id;
    audit({ subjectKind: 'media', subjectId: assetId });
    return { assetId };
  },
});
