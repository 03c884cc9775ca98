import type { OutgoingHttpHeaders } from 'node:http';

/** The headers of Next's answer that belong to the content; all others (cookies, caching, Vary, x-nextjs-*) are dropped. */
const kept = ['location', 'content-language', 'content-disposition', 'x-robots-tag', 'access-control-allow-origin'];

/** Picks them out as a flat array, `Link` without the preloads of Next's scripts. */
export function contentHeaders(headers: OutgoingHttpHeaders): string[] {
  const picked: string[] = [];
  for (const name of kept) {
    const value = headers[name];
    if (value !== undefined) picked.push(properCase(name), String(value));
  }
  const links = splitLinks([headers.link ?? []].flat().join(', ')).filter((link) => !loadsScript(link));
  if (links.length > 0) picked.push('Link', links.join(', '));
  return picked;
}

function loadsScript(link: string): boolean {
  return /;\s*as="?script\b/i.test(link) || /;\s*rel="?modulepreload\b/i.test(link);
}

/** Splits at the commas between links; a comma inside `<…>` or quotes belongs to a link. */
function splitLinks(header: string): string[] {
  return (
    header
      .match(/(?:<[^>]*>|"[^"]*"|[^,<"])+/g)
      ?.map((link) => link.trim())
      .filter((link) => link !== '') ?? []
  );
}

function properCase(name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, (letters) => letters.toUpperCase());
}
