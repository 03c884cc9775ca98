/** The desk's words about a story's translations. */
export const translation = {
  'translation.title': 'Translations',
  'translation.of': '{headline} – {language}',
  'translation.text':
    'Stories that say the same in other languages. Readers and search engines find each from the others.',
  'translation.link': 'Link with a translation',
  'translation.linked': 'The stories are linked.',
  'translation.none': 'This story is not linked with a translation.',
  'translation.takeOut': 'Take out',
  'translation.remove': 'Take out “{headline}”',
  'translation.removed': 'The story is linked no more.',
} as const;
