import { escapeHtml } from '#lib/html.ts';

/** A letter with one link. */
export interface Letter {
  /** What it says before its link. */
  readonly lines: readonly string[];
  readonly link: string;
  readonly linkText: string;
  /** What it says after. */
  readonly closing: readonly string[];
}

/** A letter with one link, as plain text and as HTML that any mail program shows: no picture, no style sheet. */
export function composeLetter({ lines, link, linkText, closing }: Letter): { text: string; html: string } {
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`;
  const button = `<p><a href="${escapeHtml(link)}">${escapeHtml(linkText)}</a></p>`;
  const html = [...lines.map(paragraph), button, ...closing.map(paragraph)].join('\n');
  return {
    text: `${[...lines, link, ...closing].join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><body style="font:16px/1.5 sans-serif;max-width:36em">\n${html}\n</body></html>\n`,
  };
}
