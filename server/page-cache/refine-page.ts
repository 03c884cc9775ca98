import { type CachedPage, sizeOf, type Variant } from './cached-page.ts';
import { compressThoroughly } from './compress.ts';

/**
 * The same page with its brotli made anew, as small as can be; undefined where that is not worth having. The bytes are
 * others, so they bear another entity tag (RFC 9110, section 8.8.3); who holds those of before is still told 304.
 */
export async function refinePage(page: CachedPage): Promise<CachedPage | undefined> {
  const { br } = page;
  if (!br || br.former) return undefined;
  const body = await compressThoroughly(page.identity.body);
  if (!body || body.length >= br.body.length) return undefined;
  const refined = { ...page, br: replaceBody(br, body) };
  return { ...refined, size: sizeOf(refined) };
}

function replaceBody(former: Variant, body: Buffer): Variant {
  const etag = former.etag.replace(/"$/, '-11"');
  const renewed = (headers: readonly string[]) =>
    headers.map((value, index) => {
      switch (index % 2 === 1 && headers[index - 1]) {
        case 'ETag':
          return etag;
        case 'Content-Length':
          return String(body.length);
        default:
          return value;
      }
    });
  return {
    body,
    etag,
    headers: renewed(former.headers),
    notModifiedHeaders: renewed(former.notModifiedHeaders),
    former: { etag: former.etag, notModifiedHeaders: former.notModifiedHeaders },
  };
}
