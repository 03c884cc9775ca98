import 'server-only';
import { z } from 'zod';
import { parseInput } from '#features/command/parse-input.ts';
import { withIncomingFile } from '#features/media/incoming-file.ts';
import { mostBytes } from '#features/media/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import type { Actor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { guardedFetch } from '#lib/guarded-fetch.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';
import { log } from '#lib/log.ts';
import { addPicture } from './add-picture.ts';

const addressInput = z.object({ address: z.string().trim().max(2000) });

/**
 * Adds the picture at a web address, fetched by the server itself through the guarded client. Refuses in a sentence what
 * cannot be fetched, and whatever `addPicture` refuses.
 */
export async function addPictureFromAddress(
  actor: Actor,
  input: z.input<typeof addressInput>,
  network?: GuardedNetwork,
): Promise<{ assetId: string; known: boolean }> {
  if (!canManage(actor, 'media')) throw new Refusal('forbidden', say('media.forbidden'));
  const { address } = parseInput(addressInput, input);
  const options = { maxBytes: mostBytes, totalTime: 45_000, accept: 'image/avif,image/webp,image/png,image/jpeg' };
  return guardedFetch(address, network ? { ...options, network } : options, (body, url) =>
    withIncomingFile(body, (file) =>
      addPicture(actor, { ...file, contents: { path: file.path } }, { name: nameOf(url) }),
    ),
  ).catch(refuse);
}

function refuse(error: unknown): never {
  if (!(error instanceof FetchRefused)) throw error;
  const { reason, host, status } = error;
  log.info({ reason }, 'a picture was not fetched');
  throw new Refusal('invalid', say(`media.fetch.${reason}`, { host, status: String(status ?? '') }));
}

/** The last part of an address's path, as the name of the file there. */
function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
