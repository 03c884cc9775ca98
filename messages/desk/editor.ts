/** The desk's words about writing, previewing and publishing a story. */
export const editor = {
  'editor.title': 'Article',
} as const;
