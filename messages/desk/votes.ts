/** The desk's words about votes that came in bursts. */
export const votes = {
  'votes.title': 'Held votes',
  'votes.text':
    'Many votes for one story from one network within minutes are kept out of the tally until somebody has judged them.',
  'votes.waiting': 'Votes that wait for a judgement',
  'votes.none': 'No votes are held',
  'votes.noneText': 'When a burst comes, it stands here.',
  'votes.judged': 'Judged before',
  'votes.story': 'Story',
  'votes.held': 'Held votes',
  'votes.when': 'Since',
  'votes.actions': 'Actions',
  'votes.judgement': 'Judgement',
  'votes.accepted': 'Accepted',
  'votes.rejected': 'Rejected',
  'votes.accepted.do': 'Accept',
  'votes.rejected.do': 'Reject',
  'votes.judge.accepted': 'Accept the held votes for {headline}',
  'votes.judge.rejected': 'Reject the held votes for {headline}',
  'votes.done.accepted': 'Accepted: they count now ({count}).',
  'votes.done.rejected': 'Rejected: they stay out of the tally.',
} as const;
