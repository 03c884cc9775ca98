/** Where somebody lands who signs in without having been on the way to a page. */
export const deskHome = '/desk';

/** Any address to take its path by; nothing of it is kept. */
const anywhere = 'http://desk.invalid';

/**
 * The path and query to go on to after signing in: an own one at the desk, as browsers read it (WHATWG URL: backslashes,
 * tabs and dots have their say). Anything else, whatever it leads to, is the desk's first page.
 */
export function deskPath(wanted: string | null | undefined): string {
  const url = wanted?.startsWith('/') ? URL.parse(wanted, anywhere) : null;
  if (!url || url.origin !== anywhere || !/^\/desk(?:\/|$)/.test(url.pathname)) return deskHome;
  url.searchParams.delete('_rsc');
  return outside.test(url.pathname) ? deskHome : `${url.pathname}${url.search}`;
}

/** The pages for people who are not signed in: nobody is sent back to them. */
const outside = /^\/desk\/(?:sign-in|first-admin|invitation|reset)(?:\/|$)/;

/** The sign-in page, on the way to a page of the desk. */
export function signInHref(to: string): string {
  return to === deskHome ? '/desk/sign-in' : `/desk/sign-in?${new URLSearchParams({ to })}`;
}
