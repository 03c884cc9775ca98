import type { IncomingMessage } from 'node:http';
import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';

/**
 * The body of an answer, unpacked. It ends in `FetchRefused` at the first byte too many, counted as it is sent and as it
 * is unpacked, so that a small file cannot grow without end.
 */
export async function* boundedBody(
  response: IncomingMessage,
  maxBytes: number,
  host: string,
): AsyncGenerator<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw new FetchRefused('too_large', host);
  const unpack = unpacker(response.headers['content-encoding'], host);
  const sent = Readable.from(bounded(response, maxBytes, host));
  try {
    if (!unpack) return yield* bounded(sent, maxBytes, host);
    sent.once('error', (error) => unpack.destroy(error));
    yield* bounded(sent.pipe(unpack), maxBytes, host);
  } catch (cause) {
    throw cause instanceof FetchRefused ? cause : new FetchRefused('unreachable', host, { cause });
  } finally {
    sent.destroy();
    unpack?.destroy();
  }
}

async function* bounded(source: AsyncIterable<Uint8Array>, maxBytes: number, host: string) {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new FetchRefused('too_large', host);
    yield chunk;
  }
}

function unpacker(encoding: string | undefined, host: string): Transform | null {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new FetchRefused('encoding', host);
  }
}
