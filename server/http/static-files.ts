import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { env } from '#lib/env.ts';
import { acceptedEncodings, type Encoding } from './accept-encoding.ts';
import { sendSentence } from './send-small.ts';

/** The files whose names change with their bytes, so that every cache may keep them for ever. */
const folders = () => [
  { prefix: '/_next/static/', folder: `${env().BUILD_FOLDER}/static` },
  { prefix: '/assets/', folder: 'public/assets' },
];

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

interface StaticFile {
  readonly bodies: Partial<Record<Encoding, Buffer>> & { readonly identity: Buffer };
  readonly headers: Readonly<Record<string, string>>;
}

/** No segment is empty or begins with a dot: a file with many names would be kept in memory under each of them. */
const onlyName = /^(?:\/[\w@~-][\w.@~-]*)+$/;

const compressible = /^(?:text\/|application\/json|image\/svg)/;

/** Serves built files from memory, compressed once. Returns false where the path is not one of theirs. */
export function staticFiles(): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean> {
  const files = new Map<string, Promise<StaticFile | null>>();
  const homes = folders();
  return async (request, response, path) => {
    const home = homes.find(({ prefix }) => path.startsWith(prefix));
    if (!home) return false;
    const loading = files.get(path) ?? load(join(home.folder, path.slice(home.prefix.length)), path);
    files.set(path, loading);
    const file = await loading;
    // Only what exists is remembered: names that somebody makes up would fill the memory.
    if (!file) files.delete(path);
    send(request, response, file);
    return true;
  };
}

async function load(file: string, path: string): Promise<StaticFile | null> {
  const mediaType = mediaTypes[extname(file)];
  if (!(mediaType && onlyName.test(path))) return null;
  const identity = await readFile(file).catch(() => null);
  if (!identity) return null;
  const headers = {
    'Content-Type': mediaType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  if (!compressible.test(mediaType)) return { bodies: { identity }, headers };
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(identity), promisify(gzip)(identity)]);
  return { bodies: { identity, br, gzip: zipped }, headers };
}

function send(request: IncomingMessage, response: ServerResponse, file: StaticFile | null): void {
  if (!file) {
    sendSentence(request, response, 404, 'There is no such file.');
    return;
  }
  const accepted = acceptedEncodings(request.headers['accept-encoding']?.toString());
  const encoding = accepted.find((candidate) => file.bodies[candidate]) ?? 'identity';
  const body = file.bodies[encoding] ?? file.bodies.identity;
  response.writeHead(200, {
    ...file.headers,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    'Content-Length': body.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
