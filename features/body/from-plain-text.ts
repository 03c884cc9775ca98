import { cleanText, isBlank } from './clean-text.ts';
import type { Block, BodyDocument } from './schema.ts';
import { validBody } from './valid-body.ts';

/**
 * Plain text as a body: blank lines part paragraphs, and so does each line end in text that is not wrapped to a narrow
 * width. Wrapped lines are joined. Throws `UnreadableBody` when it is too long for a body.
 */
export function bodyFromPlainText(text: string): BodyDocument {
  const paragraphs = cleanText(text)
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .flatMap((passage) => (isWrapped(passage) ? [passage] : passage.split('\n')));
  return validBody(paragraphs.filter((words) => !isBlank(words)).map(paragraph));
}

/** Text wrapped by a mail program or a wire: several lines, none longer than a terminal is wide, all but the last full. */
function isWrapped(passage: string): boolean {
  const lines = passage.split('\n').map((line) => line.trim());
  return (
    lines.length > 2 &&
    lines.every(({ length }) => length <= 80) &&
    lines.slice(0, -1).every(({ length }) => length > 50)
  );
}

function paragraph(words: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text: words.replace(/\s+/g, ' ').trim() }] };
}
