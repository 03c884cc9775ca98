import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from '#server/http/accept-encoding.ts';

const gzipBytes = promisify(gzip);
const brotliBytes = promisify(brotliCompress);

/** Below this, compressing saves less than a packet. */
const smallestWorthwhile = 1024;

/** The encodings of a body that are asked for and worth having; a text that does not shrink stays as it is. */
export async function compress(
  body: Buffer,
  contentType: string,
  encodings: readonly Encoding[],
): Promise<Partial<Record<Encoding, Buffer>> & { identity: Buffer }> {
  const identity = exact(body);
  if (body.length < smallestWorthwhile || !isText(contentType)) return { identity };
  const [zipped, brotli] = await Promise.all([
    encodings.includes('gzip') ? gzipBytes(body, { level: 9 }) : undefined,
    // Quality 6 is smaller than gzip at twice its time; from 9 on it costs ten times as much for little.
    encodings.includes('br')
      ? brotliBytes(body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
        })
      : undefined,
  ]);
  return { identity, gzip: ifSmaller(zipped, body), br: ifSmaller(brotli, body) };
}

function ifSmaller(encoded: Buffer | undefined, body: Buffer): Buffer | undefined {
  return encoded && encoded.length < body.length ? exact(encoded) : undefined;
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
