import 'server-only';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { mostBytes } from './schema.ts';
import { sniffedBytes } from './sniff-type.ts';

/** A file on its way in, on this machine's disk: never in memory, whatever its size. */
export interface IncomingFile {
  readonly path: string;
  readonly bytes: number;
  /** Its first bytes. */
  readonly head: Uint8Array;
  readonly sha256: string;
}

/**
 * Takes a file in and hands it on; it is gone when `work` has ended. Reading stops at the first byte too many, with a
 * refusal ('invalid') of one sentence.
 */
export async function withIncomingFile<Output>(
  source: AsyncIterable<Uint8Array>,
  work: (file: IncomingFile) => Promise<Output>,
): Promise<Output> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-picture-'));
  const path = join(folder, 'original');
  try {
    const { bytes, sha256 } = await write(source, path);
    if (bytes === 0) throw new Refusal('invalid', say('media.refused.empty'));
    return await work({ path, bytes, sha256, head: await firstBytes(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(source: AsyncIterable<Uint8Array>, path: string) {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new Refusal('invalid', say('media.refused.bytes'));
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(counted, createWriteStream(path, { mode: 0o600 }));
  return { bytes, sha256: hash.digest('hex') };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
