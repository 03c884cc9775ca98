/** The page with the corrections of every story. */
export const correctionsHref = '/corrections';
