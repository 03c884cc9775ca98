/** The inks of the demonstration's pictures: few, muted, and the same in every family. */
export const palette = {
  paper: '#f7f3ea',
  ink: '#1c2127',
  slate: '#59636b',
  mist: '#c5cccf',
  rule: '#dbd4c5',
  harbour: '#1f4f6e',
  deep: '#12324a',
  sea: '#7ea7b8',
  foam: '#d6e3e5',
  brick: '#b5482f',
  ochre: '#d29a2d',
  moss: '#5f7552',
  sand: '#efe5cf',
  rose: '#dba893',
  night: '#101a2b',
} as const;
