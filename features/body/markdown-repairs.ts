import { outsideCode } from './markdown-code.ts';

/**
 * Mends what blogs' exporters break most: bold that CommonMark does not see because of a space or a dash at its edge, empty bold
 * and italic, links without an address, headings without the space, tables whose rule is too short.
 */
export function repairMarkdown(markdown: string): string {
  return outsideCode(markdown, (prose) => steps.reduce((text, step) => step(text), prose));
}

const steps: readonly ((prose: string) => string)[] = [
  unlinkNowhere,
  spaceHeadings,
  closeBoldAcrossParagraphs,
  dropEmptyEmphasis,
  showBold,
  padTableRules,
];

/** `[words]( "title")` is no link in any grammar: the words stay. */
function unlinkNowhere(prose: string): string {
  return prose.replace(/\[([^\][\n]*)\]\([ \t]*(?:"[^\n]{0,300}?")?[ \t]*\)/g, '$1');
}

/** `##Why` becomes a heading; `#hashtag` does not. */
function spaceHeadings(prose: string): string {
  return prose.replace(/^(#{2,6})(?=[^\s#])/gm, '$1 ');
}

/** A line that opens bold and a next paragraph that only closes it. */
function closeBoldAcrossParagraphs(prose: string): string {
  return prose.replace(/^([ \t]*)\*\*([^*\n]*)\n[ \t]*\n[ \t]*\*\*(?=\s|$)/gm, (_all, indent: string, words: string) =>
    words.trim() ? `${indent}**${words.trim()}**\n\n` : '\n\n',
  );
}

/** A line of asterisks alone is a rule and stays. */
function dropEmptyEmphasis(prose: string): string {
  const withoutBold = prose.replace(/^.*[^\s*].*$/gm, (line) => line.replace(/(?<![\\*])\*{4}(?!\*)/g, ''));
  return withoutBold.replace(/(?<=^|\s)_[ \t]?_(?=\s|$)/gm, '');
}

/**
 * Bold that CommonMark would print as asterisks, written as HTML. Only paragraphs where every opening has its end are
 * touched, and only the pairs that need it.
 */
function showBold(prose: string): string {
  return prose
    .split(/(\n[ \t]*\n)/)
    .map(showBoldInParagraph)
    .join('');
}

function showBoldInParagraph(paragraph: string): string {
  const stars = paragraph.match(/\*+/g)?.filter((run) => run.length > 1) ?? [];
  if (stars.length === 0 || stars.length % 2 === 1 || stars.some((run) => run.length > 2)) return paragraph;
  return paragraph.replace(/\*\*([^*]+)\*\*/g, (pair: string, words: string, at: number) => {
    const before = paragraph[at - 1] ?? ' ';
    const after = paragraph[at + pair.length] ?? ' ';
    if (isFlanked(before, words, after) || words.trim() === '') return pair;
    const [, lead, inner, trail] = words.match(/^(\s*)([\s\S]*?)(\s*)$/) ?? [];
    return `${lead}<strong>${inner}</strong>${trail}`;
  });
}

/** CommonMark's rule 6.2: no space inside, and no punctuation inside where a letter stands outside. */
function isFlanked(before: string, words: string, after: string): boolean {
  const first = words[0] ?? ' ';
  const last = words.at(-1) ?? ' ';
  if (/\s/.test(first + last)) return false;
  return !(isPunctuation(first) && isLetter(before)) && !(isPunctuation(last) && isLetter(after));
}

const isPunctuation = (character: string) => /[\p{P}\p{S}]/u.test(character);
const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);

/**
 * `| a | b |` over `| --- |`: kramdown and readers take it for a table, GitHub's grammar wants a rule for each column.
 */
function padTableRules(prose: string): string {
  const lines = prose.split('\n');
  return lines.map((line, index) => (isRule(line) ? paddedRule(line, lines[index - 1] ?? '') : line)).join('\n');
}

function isRule(line: string): boolean {
  return /^ {0,3}\|[\s:|-]*-[\s:|-]*\|\s*$/.test(line);
}

function paddedRule(rule: string, head: string): string {
  if (!/^ {0,3}\|.*\|\s*$/.test(head)) return rule;
  const missing = columns(head) - columns(rule);
  return missing > 0 ? rule.trimEnd() + ' --- |'.repeat(missing) : rule;
}

function columns(line: string): number {
  return line.replaceAll('\\|', '').split('|').length - 2;
}
