import type { IncomingMessage, ServerResponse } from 'node:http';
import { forgetSocialImages, keptSocialImage } from '#features/social-image/keep.ts';
import { nameInSocialHref, socialHref } from '#features/social-image/model.ts';
import { readSocialName, socialName } from '#features/social-image/name.ts';
import { findSocialWords } from '#features/social-image/queries.ts';
import { isNotModified } from '#server/http/conditional-request.ts';
import { sendSentence } from '#server/http/send-small.ts';

/**
 * Serves the image that other sites show of a story without a picture. An address that this site has not signed costs a
 * look at the signature; one of words that were changed leads to the image of those of today.
 */
export async function serveSocialImage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendSentence(request, response, 405, 'Pictures are only read here.', { allow: 'GET, HEAD' });
  }
  const name = nameInSocialHref(path);
  const asked = name && readSocialName(name);
  if (!asked) return sendSentence(request, response, 404, 'There is no such picture.');
  const { articleId, version } = asked;
  const words = await findSocialWords(articleId);
  if (!words) {
    await forgetSocialImages(articleId);
    return sendSentence(request, response, 410, 'The story of this picture is no longer public.');
  }
  const current = socialName(articleId, words);
  if (current !== name) {
    const headers = { location: socialHref(current), 'cache-control': 'public, max-age=60' };
    return sendSentence(request, response, 302, 'The story has another picture now.', headers);
  }
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'none',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    etag: `"${version}"`,
  };
  if (isNotModified({ etag: headers.etag, lastModified: 0 }, request.headers['if-none-match'], undefined)) {
    response.writeHead(304, headers).end();
    return;
  }
  const image = await keptSocialImage(articleId, version, words);
  if (!image) {
    return sendSentence(request, response, 503, 'Too many pictures are being drawn: ask again.', {
      'retry-after': '5',
    });
  }
  response.writeHead(200, { ...headers, 'content-type': 'image/png', 'content-length': image.byteLength });
  response.end(request.method === 'HEAD' ? undefined : image);
}
