import type { Site } from '../fixtures/site.ts';

/** An answer of the site: its body as it came, and as text, decoded from XML and HTML entities. */
export interface Answer {
  readonly status: number;
  readonly markup: string;
  readonly text: string;
  readonly headers: Headers;
}

/** Asks for an address of the site as a crawler would, without following redirects. */
export async function ask(site: Site, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(new URL(path, site.url), { redirect: 'manual', ...init });
  const markup = await response.text();
  return { status: response.status, markup, text: decode(markup), headers: response.headers };
}

/** Asks until the page has stood as it is for a second: what was done at the command line reaches the site a moment later. */
export async function askSettled(site: Site, path: string): Promise<Answer> {
  let last = await ask(site, path);
  for (let same = 0; same < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const next = await ask(site, path);
    same = next.headers.get('etag') === last.headers.get('etag') ? same + 1 : 0;
    last = next;
  }
  return last;
}

/** The places in which a story of a section is listed or shown. */
export const surfaces = {
  front: () => '/',
  section: (path: string) => path.slice(0, path.indexOf('/', 1)),
  feed: () => '/feed.xml',
  'section feed': (path: string) => `${path.slice(0, path.indexOf('/', 1))}/feed.xml`,
  'news sitemap': () => '/news-sitemap.xml',
} as const;

/** The names of the surfaces on which a story's address stands at this moment, the sitemaps among them. */
export async function whereListed(site: Site, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, address] of Object.entries(surfaces)) {
    if ((await ask(site, address(path))).text.includes(path)) found.push(name);
  }
  if (await isInSitemap(site, path)) found.push('sitemap');
  return found;
}

export const everywhere = [...Object.keys(surfaces), 'sitemap'];

/** Whether any child of the sitemap's index names the address. */
export async function isInSitemap(site: Site, path: string): Promise<boolean> {
  const index = await ask(site, '/sitemap.xml');
  const children = [...index.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] as string);
  for (const child of children) {
    if ((await ask(site, child)).text.includes(`${path}<`)) return true;
  }
  return false;
}

function decode(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
