import 'server-only';
import type { ArticleDetail } from '#features/article/dto.ts';
import { findStory } from '#features/article/find-story.ts';
import { element, textElement, xmlDocument } from '#features/feed/xml.ts';
import { oembedFormats, oembedOf, type Room } from '#features/oembed/model.ts';
import { notFoundText } from '#features/site/no-page-text.ts';
import { readSite } from '#features/site/queries.ts';
import { recordOutcome } from '#lib/trace.ts';

/**
 * Answers what a story is to be shown as on other sites: 404 for an address at which no story of this site is, 501 for a
 * format that the standard does not know. What is public needs no authorisation, so that nothing is answered with 401.
 */
export async function respondWithOembed(query: URLSearchParams): Promise<Response> {
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') {
    // Next's own answer of this status would count as a failure to render.
    recordOutcome(501);
    return new Response('There is no such format: ask for json or xml.\n', { headers: plain });
  }
  const site = await readSite();
  const article = await storyAt(query.get('url') ?? '', site.url);
  if (!article) return notFoundText('There is no story at this address.');
  const room: Room = { width: most(query.get('maxwidth')), height: most(query.get('maxheight')) };
  const answer = oembedOf(article, site, room);
  const headers = { 'content-type': `${oembedFormats[format].type}; charset=utf-8` };
  if (format === 'json') return new Response(JSON.stringify(answer), { headers });
  const fields = Object.entries(answer).map(([name, value]) => textElement(name, String(value)));
  return new Response(xmlDocument(element('oembed', {}, fields)), { headers });
}

const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** A number of pixels as asked for; no bound where it is none. */
const most = (text: string | null): number =>
  text && /^\d{1,6}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;

/** The public story at an absolute address of this site, also at one that it has moved from. */
async function storyAt(address: string, siteUrl: string): Promise<ArticleDetail | null> {
  const url = URL.parse(address);
  if (!url || url.origin !== new URL(siteUrl).origin) return null;
  const found = await findAt(url.pathname);
  if (found?.found !== 'moved') return found?.found === 'article' ? found.article : null;
  const now = await findAt(found.href);
  return now?.found === 'article' ? now.article : null;
}

async function findAt(path: string) {
  const [, section, slug, ...rest] = path.split('/');
  return section && slug && rest.length === 0 ? (await findStory({ section, slug })).found : null;
}
