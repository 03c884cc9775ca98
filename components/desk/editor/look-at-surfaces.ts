/** A place where readers or machines find stories. */
export interface Surface {
  readonly name: 'story' | 'front' | 'section' | 'feed' | 'news';
  readonly address: string;
}

/** Whether a story is found there; 'unknown' where the place cannot be asked. */
export type Finding = 'there' | 'gone' | 'unknown';

/** The places that a story at this address concerns. */
export function surfacesOf(href: string): Surface[] {
  return [
    { name: 'story', address: href },
    { name: 'section', address: href.slice(0, href.indexOf('/', 1)) },
    { name: 'front', address: '/' },
    { name: 'feed', address: '/feed.xml' },
    { name: 'news', address: '/news-sitemap.xml' },
  ];
}

/** Asks each place as a reader would whether the story is there, and tells as the answers come. */
export async function lookAtSurfaces(
  href: string,
  tell: (name: Surface['name'], finding: Finding) => void,
): Promise<void> {
  await Promise.all(surfacesOf(href).map(async (surface) => tell(surface.name, await lookAt(surface, href))));
}

async function lookAt({ name, address }: Surface, href: string): Promise<Finding> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(8000),
    });
    if (name === 'story') return findingOf(response);
    return names(await response.text(), href) ? 'there' : 'gone';
  } catch {
    return 'unknown';
  }
}

function findingOf({ ok, status }: Response): Finding {
  if (ok) return 'there';
  return status === 404 || status === 410 ? 'gone' : 'unknown';
}

/** Whether a page names this very address and not only one that begins like it. */
const names = (page: string, href: string): boolean =>
  page
    .split(href)
    .slice(1)
    .some((after) => !/^[\w%-]/.test(after));
