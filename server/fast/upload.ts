import type { IncomingMessage, ServerResponse } from 'node:http';
import { addPicture } from '#features/media/commands/add-picture.ts';
import { withIncomingFile } from '#features/media/incoming-file.ts';
import { inPicturePlace } from '#features/media/limits.ts';
import { readLibraryPictures } from '#features/media/queries-library.ts';
import { mostBytes } from '#features/media/schema.ts';
import type { SignedIn } from '#features/session/signed-in.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { toResult } from '#lib/result.ts';
import { answerJson, HttpProblem, type JsonAnswer } from './json-answer.ts';
import { pictureSender } from './picture-sender.ts';

/** Milliseconds: 40 MB over a phone's slow line. Node itself ends a request that takes longer to arrive. */
const deadline = 300_000;

/**
 * `POST /api/media`, answered before Next, which would keep the whole body in memory. The body is the file and nothing
 * else; its name may stand in `x-file-name`, percent-encoded. Answers a `Result` of `{ picture, known }`, the picture as
 * the library shows it: always 200 when the file was looked at, an error's status when it was not.
 */
export async function handleUpload(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await answerJson(request, response, () => takeUpload(request), deadline);
}

async function takeUpload(request: IncomingMessage): Promise<JsonAnswer> {
  const actor = await pictureSender(request);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    throw new HttpProblem(413, 'too_large', say('media.refused.bytes'));
  }
  return { body: await inPicturePlace('upload', actor.id, () => toResult(() => take(request, actor))) };
}

async function take(request: IncomingMessage, actor: SignedIn) {
  const { assetId, known } = await withIncomingFile(request.iterator({ destroyOnReturn: false }), (file) =>
    addPicture(actor, { ...file, contents: { path: file.path } }, { name: sentName(request) }),
  ).catch((error: unknown) => {
    // Who called it off is not there to be answered, and it is no fault of ours.
    throw request.errored ? new Refusal('unavailable', say('media.upload.cancelled')) : error;
  });
  const [picture] = await readLibraryPictures([assetId]);
  return { picture, known };
}

function sentName(request: IncomingMessage): string {
  const name = String(request.headers['x-file-name'] ?? '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
