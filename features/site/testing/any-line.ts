import fc from 'fast-check';

/** Whatever breaks careless writers of markup, and marks that no eye sees. */
const bits = [
  ...[']]>', '&amp;', '&', '<', '>', '"', "'", '<![CDATA[', '<!--', '-->', '</title>', '</script>', '&#60;', '&lt;'],
  ...[' - ', ' | ', '\u2013', '\\', '\u200f', '\u202e', '\u2028', '\u00ad', '👩‍👩‍👧‍👦', 'é', 'e\u0301', '한국', 'عاجل'],
];

/** A line of text as anybody may write it, some of them of 300 characters and more; never blank. */
export const anyLine = fc
  .oneof(
    { weight: 9, arbitrary: fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'grapheme' }))) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...bits, 'a', ' '), { minLength: 300, maxLength: 400 }) },
  )
  .map((all) => all.join(''))
  .filter((line) => line.trim() !== '');
