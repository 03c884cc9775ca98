import type { Site } from '../fixtures/site.ts';
import { type Answer, ask } from '../pages/surfaces.ts';

/** An answer that a crawler got, how many links it was from the front, and which of the site's addresses it leads to. */
export interface Visited extends Answer {
  readonly clicks: number;
  /** By links that people can follow. */
  readonly links: readonly string[];
  /** By what its head and its feeds name: other formats, neighbours, the canonical address. */
  readonly named: readonly string[];
}

/** Visits all that can be reached from these addresses, as a crawler without JavaScript does; the nearest first. */
export async function crawl(site: Site, from: readonly string[] = ['/']): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>();
  let next = new Set(from);
  for (let clicks = 0; next.size > 0; clicks += 1) {
    const found = new Set<string>();
    for (const address of next) {
      const answer = await ask(site, address);
      const page = { ...answer, clicks, links: hrefs(site, answer, 'a'), named: hrefs(site, answer, 'link') };
      visited.set(address, page);
      for (const link of [...page.links, ...page.named]) found.add(link);
    }
    next = new Set([...found].filter((address) => !visited.has(address)));
  }
  return visited;
}

export const isHtml = ({ headers }: Answer): boolean => Boolean(headers.get('content-type')?.startsWith('text/html'));

/** Of a page's elements with this name, those that lead to the site itself. */
function hrefs(site: Site, answer: Answer, element: 'a' | 'link'): string[] {
  if (!isHtml(answer)) return [];
  const found = answer.markup.matchAll(new RegExp(`<${element}\\b[^>]*? href="([^"]*)"`, 'g'));
  return [...found].flatMap(([, href = '']) => {
    const { origin, pathname, search } = new URL(href.replaceAll('&amp;', '&'), site.url);
    return origin === site.url ? [pathname + search] : [];
  });
}

/** The texts of the elements with this name in XML or of a page's head. */
export const texts = (answer: Answer, element: string): string[] =>
  [...answer.markup.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => text);
