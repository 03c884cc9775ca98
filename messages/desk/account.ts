/** The desk's words about signing in, people and mail. */
export const account = {
  'account.title': 'Account',
} as const;
