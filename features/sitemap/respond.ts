import 'server-only';
import { shareImage } from '#features/article/share-image.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';
import { notFoundText } from '#features/site/no-page-text.ts';
import { readSite } from '#features/site/queries.ts';
import {
  newsFile,
  newsLanguage,
  pagesFile,
  partFile,
  readNewsFile,
  readPartFile,
  sitemapHref,
} from '#features/sitemap/model.ts';
import { listPages, type SitemapStory, storiesOf } from '#features/sitemap/queries.ts';
import { listNewsParts, newsOf } from '#features/sitemap/queries-news.ts';
import { listParts } from '#features/sitemap/queries-parts.ts';
import { type SitemapAddress, writeSitemap, writeSitemapIndex } from '#features/sitemap/write-sitemap.ts';
import { wordsFor } from '#lib/messages.ts';

/** Answers a request for the index of all sitemaps. */
export async function respondWithIndex(): Promise<Response> {
  const [site, parts] = await Promise.all([readSite(), listParts()]);
  const children = [
    { url: absoluteUrl(sitemapHref(pagesFile), site) },
    ...parts.map(({ changedAt, ...part }) => ({ url: absoluteUrl(sitemapHref(partFile(part)), site), changedAt })),
  ];
  return xml(await writeSitemapIndex(children));
}

/** Answers a request for one child of the index. */
export async function respondWithChild(file: string): Promise<Response> {
  const site = await readSite();
  if (file === pagesFile) {
    const pages = await listPages();
    return xml((await writeSitemap(pages.map((href) => ({ url: absoluteUrl(href, site) })))) ?? '');
  }
  const written = await writeChild(file, site);
  return written ? xml(written) : notFoundText(wordsFor(site.language)('missing.sitemap'));
}

/** Answers a request for the stories of the last two days, as news aggregators take them: with an index past one file. */
export async function respondWithNews(now = new Date(), size?: number): Promise<Response> {
  const [site, parts] = await Promise.all([readSite(), listNewsParts(now, size)]);
  if (parts.length < 2) return xml((await writeNews(newsOf(1, now, size), site)) ?? noNews);
  const children = parts.map(({ part, changedAt }) => ({
    url: absoluteUrl(sitemapHref(newsFile(part)), site),
    changedAt,
  }));
  return xml(await writeSitemapIndex(children));
}

/** Null where there is no such child. */
function writeChild(file: string, site: Site): Promise<string | null> | null {
  const news = readNewsFile(file);
  if (news) return writeNews(newsOf(news, new Date()), site);
  const part = readPartFile(file);
  return part && writeSitemap(addresses(storiesOf(part), site), { image: true });
}

const writeNews = (stories: AsyncIterable<SitemapStory>, site: Site): Promise<string | null> =>
  writeSitemap(newsAddresses(stories, site), { news: true });

async function* newsAddresses(stories: AsyncIterable<SitemapStory>, site: Site): AsyncGenerator<SitemapAddress> {
  const publication = { name: site.name, language: newsLanguage(site.language) };
  for await (const { href, headline: title, publishedAt, changedAt } of stories) {
    const news = { publication, publication_date: publishedAt.toISOString(), title };
    yield { url: absoluteUrl(href, site), changedAt, news };
  }
}

async function* addresses(stories: AsyncIterable<SitemapStory>, site: Site): AsyncGenerator<SitemapAddress> {
  for await (const { href, changedAt, picture } of stories) {
    yield { url: absoluteUrl(href, site), changedAt, pictures: picture ? [shareImage(picture, site).url] : [] };
  }
}

/** On a day without news the list is still there, so that nobody reports it as broken. */
const noNews = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>';

const xml = (body: string): Response =>
  new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
