import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Encoding } from '#server/http/accept-encoding.ts';

const gzipInThread = promisify(gzip);
const brotliInThread = promisify(brotliCompress);

/** Below this, compressing saves less than a packet. */
const smallestWorthwhile = 1024;
/** Up to this, compressing quickly takes less than having a thread do it. */
const largestAtOnce = 128 * 1024;
/** Beyond this, compressing thoroughly takes seconds. */
const largestThorough = 512 * 1024;

// Somebody waits: gzip of this level and brotli of this quality take a third of a millisecond for a story together.
const gzipOptions = { level: 6 };
const quick = (size: number) => brotliOptions(4, size);

/** The encodings of a body that are asked for and worth having, made quickly; a text that does not shrink stays as it is. */
export async function compress(
  body: Buffer,
  contentType: string,
  encodings: readonly Encoding[],
): Promise<Partial<Record<Encoding, Buffer>> & { identity: Buffer }> {
  const identity = exact(body);
  if (body.length < smallestWorthwhile || !isText(contentType)) return { identity };
  const atOnce = body.length <= largestAtOnce;
  const zip = () => (atOnce ? gzipSync(body, gzipOptions) : gzipInThread(body, gzipOptions));
  const brotli = () =>
    atOnce ? brotliCompressSync(body, quick(body.length)) : brotliInThread(body, quick(body.length));
  return {
    identity,
    gzip: encodings.includes('gzip') ? ifSmaller(await zip(), body) : undefined,
    br: encodings.includes('br') ? ifSmaller(await brotli(), body) : undefined,
  };
}

/** The body in the best brotli there is: a sixth smaller than the quick one, at a hundred times its time, in a thread. */
export async function compressThoroughly(body: Buffer): Promise<Buffer | undefined> {
  if (body.length > largestThorough) return undefined;
  return exact(await brotliInThread(body, brotliOptions(11, body.length)));
}

function brotliOptions(quality: number, size: number) {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size } };
}

function ifSmaller(encoded: Buffer, body: Buffer): Buffer | undefined {
  return encoded.length < body.length ? exact(encoded) : undefined;
}

function isText(contentType: string): boolean {
  return /^(?:text\/|[^;]*(?:\+|\/)(?:json|xml)\b|[^;]*javascript)/i.test(contentType);
}

/** A copy that holds on to no more memory than it shows: zlib and the buffer pool hand out views of larger blocks. */
function exact(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
