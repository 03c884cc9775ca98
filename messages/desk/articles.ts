/** The desk's words about the list of stories. */
export const articles = {
  'articles.title': 'Articles',
} as const;
