import { UnreadableBody } from './valid-body.ts';

/** About as many steps as the parser takes in some seconds; the most tangled of thousands of real stories needs a hundredth. */
const mostSteps = 20_000_000;

/**
 * Refuses Markdown for which the parser would need far more time than its length says: long runs of emphasis, code and
 * link marks that nothing closes, quotes and lists within each other, each of which costs the square of its length.
 * Throws `UnreadableBody`.
 */
export function refuseCostlyMarkdown(source: string): void {
  let steps = 0;
  for (const paragraph of source.split(/\n[ \t]*\n/)) {
    steps += emphasisSteps(paragraph) + codeSteps(paragraph) + linkSteps(paragraph) + nestingSteps(paragraph);
    if (steps > mostSteps) throw new UnreadableBody('The markup of the body is too tangled to be read.');
  }
}

const square = (length: number): number => length * length;

/** A line of one sign alone is a rule, which costs nothing. */
function emphasisSteps(paragraph: string): number {
  const lines = paragraph.split('\n').filter((line) => !/^([*_~])\1*$/.test(line.trim()));
  return lines.flatMap((line) => line.match(/([*_~])\1+/g) ?? []).reduce((steps, run) => steps + square(run.length), 0);
}

/** For a run of backticks without another of its length the rest of the paragraph is searched. */
function codeSteps(paragraph: string): number {
  const runs = [...paragraph.matchAll(/`+/g)].reverse();
  const closing = new Set<number>();
  let steps = 0;
  for (const { 0: run, index } of runs) {
    if (!closing.has(run.length)) steps += paragraph.length - index;
    closing.add(run.length);
  }
  return steps;
}

const linkSteps = (paragraph: string): number => square((paragraph.match(/\[/g)?.length ?? 0) / 2);

function nestingSteps(paragraph: string): number {
  let steps = 0;
  for (const [marks] of paragraph.matchAll(/^[ \t]*(?:>[ \t]?)*/gm)) steps += square(marks.length / 2);
  return steps;
}
