/** Whether a path is a story's preview: its address is a secret, and its words are not for everybody. */
export const isPreviewPath = (path: string): boolean => path.startsWith('/preview/');

/** What a preview is answered with besides a page's usual headers: told to no search engine and to no other site. */
export const previewHeaders = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' } as const;
