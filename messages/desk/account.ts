/** The desk's words about signing in, people and mail. */
export const account = {
  'account.title': 'Account',
  'account.signedOut': 'You are signed out. Sign in again in another tab, then try once more.',
  'account.wrong': 'The address or the password is wrong.',

  'account.role.contributor': 'Contributor',
  'account.role.author': 'Author',
  'account.role.editor': 'Editor',
  'account.role.admin': 'Admin',
  'account.roleHint.contributor': 'writes own drafts',
  'account.roleHint.author': 'publishes own stories',
  'account.roleHint.editor': 'publishes and changes all stories',
  'account.roleHint.admin': 'people and settings too',

  'account.email': 'E-mail address',
  'account.name': 'Name',
  'account.nameHint': 'As colleagues see it at the desk. Bylines are kept apart from it.',
  'account.password': 'Password',
  'account.newPassword': 'New password',
  'account.passwordHint': 'At least 12 characters. A few unrelated words are easy to remember and hard to guess.',
  'account.currentPassword': 'Present password',

  'account.signIn.title': 'Sign in',
  'account.signIn.lead': 'For those who write and edit here.',
  'account.signIn.submit': 'Sign in',
  'account.signIn.forgotten': 'Forgotten password?',
  'account.signIn.toSite': 'Back to the site',
  'account.signOut': 'Sign out',

  'account.firstAdmin.title': 'Welcome to {site}',
  'account.firstAdmin.lead': 'Make the first account. It is an admin: it invites everybody else.',
  'account.firstAdmin.submit': 'Make the account',

  'account.invitation.title': 'Join {site}',
  'account.invitation.lead': 'You are invited as {role}. Choose the name and the password that you work with.',
  'account.invitation.submit': 'Join',

  'account.link.title': 'This link opens nothing',
  'account.link.invitation': 'It was used, withdrawn, or is too old. Ask whoever invited you for a new one.',
  'account.link.firstAdmin':
    'It was used or is too old. Start the site again for a new one; once there is an account, an admin invites everybody else.',
  'account.link.reset': 'It was used or is too old. Ask for a new one.',
  'account.link.signIn': 'Go to the sign-in page',
  'account.link.again': 'Ask for a new link',

  'account.reset.title': 'Forgotten password',
  'account.reset.lead': 'Write the address of your account. We send a link that sets a new password.',
  'account.reset.submit': 'Send the link',
  'account.reset.sentTitle': 'Look into your mail',
  'account.reset.sent':
    'If there is an account with this address, a link is on its way to it. It holds for an hour; nothing came? Look among the spam, or ask an admin.',
  'account.reset.setTitle': 'New password',
  'account.reset.setLead': 'With it you are signed in here, and signed out everywhere else.',
  'account.reset.setSubmit': 'Set the password',

  'account.invitationMail.subject': 'Your invitation to {site}',
  'account.invitationMail.by': '{name} invites you to the desk of {site} ({url}) as {role}.',
  'account.invitationMail.opening': 'You are invited to the desk of {site} ({url}) as {role}.',
  'account.invitationMail.link': 'Accept the invitation',
  'account.invitationMail.closing': {
    one: 'The link holds for one day, and for you alone. If you expected no invitation, do nothing.',
    other: 'The link holds for {count} days, and for you alone. If you expected no invitation, do nothing.',
  },
  'account.resetMail.subject': 'A new password for {site}',
  'account.resetMail.opening': 'Hello {name}, somebody asked to set a new password for your account at {site}.',
  'account.resetMail.link': 'Set a new password',
  'account.resetMail.closing': {
    other: 'The link holds for {count} minutes. If it was not you, do nothing: your password stays as it is.',
  },
} as const;
