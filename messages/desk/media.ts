/** The desk's words about pictures. */
export const media = {
  'media.title': 'Pictures',
} as const;
