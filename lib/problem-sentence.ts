/**
 * What is wrong with a field, in a sentence: `must be a colour` of the field 'Accent' is `“Accent” must be a colour.` What
 * is a sentence already stays as it is. Safe to import in the browser.
 */
export const problemSentence = (label: string, problem: string): string =>
  /[.!?]$/.test(problem) ? problem : `“${label}” ${problem}.`;
