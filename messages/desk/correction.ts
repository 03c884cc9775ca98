/** The desk's words about a story's corrections. */
export const correction = {
  'correction.title': 'Corrections',
  'correction.new': 'Issue a correction',
  'correction.text': 'Correction',
  'correction.textHint':
    'What was wrong, and what is right. It stands under the story with the date, in its feeds, and among all corrections.',
  'correction.submit': 'Issue correction',
  'correction.issued': 'Readers see the correction.',
  'correction.before': 'Mend the words of the story first, and publish them: this only says what was wrong with them.',
  'correction.notPublic': 'Readers do not see this story',
  'correction.notPublicText': 'A correction can be issued once the story is public.',
  'correction.mayNot': 'Only the author of the story and editors may issue a correction of it.',
  'correction.list': 'Issued corrections',
  'correction.none': 'No correction of this story was issued.',
  'correction.by': 'by {name}',
  'correction.byMachine': 'from the command line',
  'correction.withdraw': 'Withdraw',
  'correction.withdrawOf': 'Withdraw the correction of {when}',
  'correction.withdrawText': 'Readers will not see it any more. Its words stay in the audit log.',
  'correction.withdrawn': 'The correction is withdrawn.',
} as const;
