/** The desk's words about sections, tags, bylines, pins and settings. */
export const site = {
  'site.title': 'Site',
} as const;
