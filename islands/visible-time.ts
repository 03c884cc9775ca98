/** The part of a document that says whether it is on the screen. */
export type Page = Pick<Document, 'visibilityState' | 'addEventListener'> & { readonly prerendering?: boolean };

/**
 * Acts once, when the page has been on the screen for so many milliseconds in all. A page that a browser prepares ahead
 * begins to count only when it is shown.
 */
export function afterVisible(page: Page, milliseconds: number, act: () => void): void {
  let left = milliseconds;
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const turn = () => {
    clearTimeout(timer);
    if (since !== undefined) left -= performance.now() - since;
    since = undefined;
    if (over || page.prerendering || page.visibilityState !== 'visible') return;
    since = performance.now();
    timer = setTimeout(() => {
      over = true;
      act();
    }, left);
  };
  page.addEventListener('visibilitychange', turn);
  page.addEventListener('prerenderingchange', turn);
  turn();
}
