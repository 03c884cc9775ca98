import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Transaction } from '#db/client.ts';
import { mediaAssets, mediaRenditions } from '#db/schema/media.ts';
import { refreshStoriesWith } from '#features/article/commands/refresh-stories-with.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { planRenditions, RENDITION_PLAN, type RenditionPlan } from '#features/media/model-renditions.ts';
import { keepFile, readOriginal } from '#features/media/picture-files.ts';
import { makeRendition, type Rendition } from '#features/media/renditions.ts';
import { systemActor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { log } from '#lib/log.ts';
import { removeUnusedFiles } from './remove-unused-files.ts';

/**
 * Makes the renditions of a picture that are not there yet; with all of them there it does nothing. What cannot be
 * decoded is noted in its row, in the sentence that is returned; when storing fails it throws, and can be called again.
 */
export async function preparePicture(assetId: string): Promise<string | null> {
  const asset = await readAsset(assetId);
  if (!asset) return null;
  const made = new Set(asset.renditions);
  const focus = { x: asset.focalX, y: asset.focalY };
  const missing = planRenditions(asset, focus).filter(({ storageKey }) => !made.has(storageKey));
  if (missing.length === 0 && asset.preparedAt && asset.renditionPlan === RENDITION_PLAN) return null;
  const original = await readOriginal(asset.sha256);
  const result: Made = original ? await makeAll(original, missing) : { problem: say('media.problem.missing') };
  if ('problem' in result) {
    if (!asset.preparedAt) await notePicture(worker, { assetId, problem: result.problem });
    return result.problem;
  }
  for (const { storageKey, bytes } of result.renditions) await keepFile(storageKey, bytes);
  const { stillThere } = await notePicture(worker, { assetId, focus, renditions: result.renditions });
  if (!stillThere) await removeUnusedFiles(asset.sha256);
  return null;
}

const worker = systemActor('worker');

async function readAsset(assetId: string) {
  const { sha256, width, height, focalX, focalY, preparedAt, renditionPlan } = mediaAssets;
  const [asset] = await database()
    .select({ sha256, width, height, focalX, focalY, preparedAt, renditionPlan })
    .from(mediaAssets)
    .where(eq(mediaAssets.id, assetId));
  if (!asset) return null;
  const rows = await database()
    .select({ storageKey: mediaRenditions.storageKey })
    .from(mediaRenditions)
    .where(eq(mediaRenditions.assetId, assetId));
  return { ...asset, renditions: rows.map(({ storageKey }) => storageKey) };
}

type Made = { readonly renditions: Rendition[] } | { readonly problem: string };

async function makeAll(original: Buffer, plans: readonly RenditionPlan[]): Promise<Made> {
  const renditions: Rendition[] = [];
  try {
    for (const plan of plans) renditions.push(await makeRendition(original, plan));
  } catch (error) {
    log.warn({ err: error }, 'a picture could not be decoded');
    return { problem: say('media.problem.damaged') };
  }
  return { renditions };
}

/** Writes down what became of a picture; the stories that show it have it from now on. */
const notePicture = defineCommand({
  name: 'media.prepare',
  input: z.object({
    assetId: z.uuid(),
    problem: z.string().nullable().default(null),
    /** The focal point that what is cut was cut around. */
    focus: z.object({ x: z.number(), y: z.number() }).optional(),
    renditions: z.array(z.custom<Rendition>()).default([]),
  }),
  allows: (actor) => actor.kind === 'system',
  async run({ tx, input, refresh }) {
    const { assetId, problem, focus, renditions } = input;
    const { id, preparedAt, focalX, focalY } = mediaAssets;
    const renditionPlan = RENDITION_PLAN;
    const [row] = await tx
      .update(mediaAssets)
      .set(problem === null ? { problem, preparedAt: sql`coalesce(${preparedAt}, now())`, renditionPlan } : { problem })
      .where(eq(id, assetId))
      .returning({ focalX, focalY });
    if (!row) return { stillThere: false };
    // Where the focal point was moved meanwhile, another job cuts around the new one.
    const current = renditions.filter(({ cut }) => !cut || (row.focalX === focus?.x && row.focalY === focus.y));
    if (current.length > 0) {
      await writeRenditions(tx, assetId, current);
      refresh(await refreshStoriesWith(tx, assetId));
    }
    return { stillThere: true };
  },
});

async function writeRenditions(tx: Transaction, assetId: string, renditions: readonly Rendition[]): Promise<void> {
  const rows = renditions.map(({ format, width, height, storageKey, bytes }) => ({
    ...{ assetId, format, width, height, storageKey },
    bytes: bytes.byteLength,
  }));
  await tx
    .insert(mediaRenditions)
    .values(rows)
    .onConflictDoUpdate({
      target: [mediaRenditions.assetId, mediaRenditions.format, mediaRenditions.width],
      set: { storageKey: sql`excluded.storage_key`, height: sql`excluded.height`, bytes: sql`excluded.bytes` },
    });
}
