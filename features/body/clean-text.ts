const windows1252 = new TextDecoder('windows-1252');

/**
 * Foreign text as the schema wants it: half characters become U+FFFD, line ends `\n`; control characters go, except that
 * those which are Windows quotation marks and dashes read as Latin-1 become what was meant.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0080-\u009f]/g, (character) => windows1252.decode(Uint8Array.of(character.charCodeAt(0))))
    .replace(/[^\P{Cc}\t\n]|\ufeff/gu, '');
}

/** Foreign text as one line: clean, each run of white space one space, none at its ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** True for text that shows nothing: white space and invisible characters alone. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}
