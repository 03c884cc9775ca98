import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The bytes of a file, unpacked if its first two bytes are gzip's, as they are otherwise. */
export async function* gunzipIfPacked(input: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const chunks = input[Symbol.asyncIterator]();
  let start = new Uint8Array();
  while (start.length < 2) {
    const { value, done } = await chunks.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  const whole = resume(start, chunks);
  yield* start[0] === 0x1f && start[1] === 0x8b ? gunzip(whole) : whole;
}

/** Whether reading failed because packed data is cut short or damaged. */
export function isBadGzip(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function* resume(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Damage is found ahead of who reads, which may take its time: the iterator tells it in its turn, the pipeline needs not. */
function gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(packed, { objectMode: false }), createGunzip(), () => undefined);
}
