import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { mediaStorage } from '#lib/storage.ts';
import { isNotModified } from '#server/http/conditional-request.ts';
import { sendSentence } from '#server/http/send-small.ts';
import { serveSocialImage } from './social-image.ts';

const key = /^\/media\/([0-9a-f]{2}\/[0-9a-f]{24}-\d{1,5}(?:\.\d{1,3}-\d{1,3})?\.(avif|webp|jpeg))$/;

/** Serves a rendition, or the image made of a story's words. Its address never holds other bytes, so every cache may keep it for ever. */
export async function serveMedia(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (path.startsWith('/media/social/')) return serveSocialImage(request, response, path);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendSentence(request, response, 405, 'Pictures are only read here.', { allow: 'GET, HEAD' });
  }
  const [, storageKey, format] = key.exec(path) ?? [];
  const storage = mediaStorage();
  if (!(storageKey && (await storage.exists(storageKey)))) {
    return sendSentence(request, response, 404, 'There is no such picture.');
  }
  const etag = `"${storageKey}"`;
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    // A picture is small: whoever asks for a part is sent the whole (RFC 9110, section 14.2).
    'accept-ranges': 'none',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    etag,
  };
  if (isNotModified({ etag, lastModified: 0 }, request.headers['if-none-match'], undefined)) {
    response.writeHead(304, headers).end();
    return;
  }
  const { contentLength } = await storage.getMetaData(storageKey);
  response.writeHead(200, { ...headers, 'content-type': `image/${format}`, 'content-length': contentLength });
  if (request.method === 'HEAD') response.end();
  else await pipeline(await storage.getStream(storageKey), response);
}
