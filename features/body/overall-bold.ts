import type { Inline, Mark } from './schema.ts';
import { haveSameMarks } from './tidy-line.ts';

/** Whether a line has words and all of them are bold, as copy marks its headings where it has no other means. */
export function isBoldOverall(content: readonly Inline[]): boolean {
  const words = content.filter((node) => node.type === 'text' && node.text.trim() !== '');
  return words.length > 0 && words.every((node) => node.marks?.some(isBold));
}

/** A line that is bold as a whole, as plain; any other as it is. */
export function withoutOverallBold(content: readonly Inline[]): Inline[] {
  if (!isBoldOverall(content)) return [...content];
  const plain: Inline[] = [];
  for (const node of content) {
    const marks = node.marks?.filter((mark) => !isBold(mark));
    const bare = { ...node, marks: marks?.length ? marks : undefined };
    const last = plain.at(-1);
    if (last?.type === 'text' && bare.type === 'text' && haveSameMarks(last.marks, bare.marks)) last.text += bare.text;
    else plain.push(bare);
  }
  return plain;
}

function isBold(mark: Mark): boolean {
  return mark.type === 'bold';
}
