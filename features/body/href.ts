import { z } from 'zod';

const base = 'https://relative.invalid';

/** Where a link in a story may lead: http, https, mailto, a path of this site (`/news`) or a place in the story (`#h-why`). */
export const linkHref = z
  .string()
  .max(2048, 'A link is longer than 2,048 characters.')
  .refine(
    isLinkHref,
    'A link must lead to http, https, mailto, a path that begins with / or a place that begins with #.',
  );

/** An absolute http or https address. */
export const webAddress = z
  .string()
  .max(2048, 'An address is longer than 2,048 characters.')
  .refine(isWebAddress, 'An address must begin with http:// or https://.');

/** Whether a link may stand in a story as it is. */
export function isLinkHref(href: string): boolean {
  if (!isPrintable(href)) return false;
  if (/^[/#]/.test(href)) return URL.canParse(href, base) && new URL(href, base).origin === base;
  return /^mailto:[^\s@]+@/i.test(href) || isWebAddress(href);
}

/** Whether text is an absolute http or https address. */
export function isWebAddress(url: string): boolean {
  return isPrintable(url) && /^https?:\/\//i.test(url) && URL.canParse(url);
}

/**
 * A link found in foreign copy as one that may stand in a story: made absolute by the address of the page it stood on,
 * or null where it leads nowhere or is of a kind that stories do not carry (`javascript:`, `data:`).
 */
export function resolveHref(href: string, pageUrl?: string): string | null {
  const address = mended(href.trim());
  if (address === '') return null;
  if (address.startsWith('#')) return accept(address);
  return accept(URL.canParse(address, pageUrl) ? new URL(address, pageUrl).href : address);
}

/** Slips of the hand that would otherwise become paths of the page: brackets around, no scheme, a space before a name. */
function mended(href: string): string {
  const bare = href.replace(/^[(<"'\s]+(https?:.*?)[)>"'\s]+$/i, '$1').replace(/^mailto:(?:%20|\s)+/i, 'mailto:');
  if (bare.startsWith('//')) return `https:${bare}`;
  if (/^www\.[\w-]+\.[a-z]/i.test(bare)) return `http://${bare}`;
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(bare) ? `mailto:${bare}` : bare;
}

function accept(href: string): string | null {
  return linkHref.safeParse(href).success ? href : null;
}

/** Browsers drop tabs and line ends inside an address, so `java\nscript:` must not come this far. */
function isPrintable(href: string): boolean {
  return href.isWellFormed() && !/[\s\p{Cc}]/u.test(href);
}
