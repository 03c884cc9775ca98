/** The desk's words about signing in, people and mail. */
export const account = {
  'account.title': 'Account',
  'account.signedOut': 'You are signed out. Sign in again in another tab, then try once more.',
} as const;
