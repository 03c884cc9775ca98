/** The desk's words about itself: navigation, what every page has. */
export const shell = {
  'shell.title': 'Desk',
} as const;
