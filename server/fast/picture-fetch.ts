import type { IncomingMessage, ServerResponse } from 'node:http';
import { addPictureFromAddress } from '#features/media/commands/add-picture-from-address.ts';
import { inPicturePlace } from '#features/media/limits.ts';
import { readLibraryPictures } from '#features/media/queries-library.ts';
import type { SignedIn } from '#features/session/signed-in.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';
import { toResult } from '#lib/result.ts';
import { answerJson, type JsonAnswer } from './json-answer.ts';
import { pictureSender } from './picture-sender.ts';
import { readFields } from './request-fields.ts';

/** Milliseconds: the fetch itself ends before, with a sentence of its own. */
const deadline = 60_000;
const largestRequest = 8192;

/**
 * `POST /api/media/from-address` with `{ address }`, answered before Next: a fetch may take most of a minute, and would
 * hold a place there that a page is waited for in. Answers as an upload does. `network` is the internet; tests give another.
 */
export async function handlePictureFetch(
  request: IncomingMessage,
  response: ServerResponse,
  network?: GuardedNetwork,
): Promise<void> {
  await answerJson(request, response, () => takeAddress(request, network), deadline);
}

async function takeAddress(request: IncomingMessage, network?: GuardedNetwork): Promise<JsonAnswer> {
  const actor = await pictureSender(request);
  const { address } = await readFields(request, largestRequest);
  const sent = typeof address === 'string' ? address : '';
  return { body: await inPicturePlace('fetch', actor.id, () => toResult(() => take(actor, sent, network))) };
}

async function take(actor: SignedIn, address: string, network?: GuardedNetwork) {
  const { assetId, known } = await addPictureFromAddress(actor, { address }, network);
  const [picture] = await readLibraryPictures([assetId]);
  return { picture, known };
}
