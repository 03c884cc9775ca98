/** Fenced code (an open fence runs to the end) and code within a line. */
const code =
  /(^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?\n {0,3}\k<fence>[^\n]*$|[\s\S]*)|(?<ticks>`+)(?!`)[^\n]*?[^`\n]\k<ticks>(?!`))/gm;

/** Applies `change` to what is not code in Markdown, so that an example of a mistake is not mended. */
export function outsideCode(markdown: string, change: (prose: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    result += change(markdown.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(markdown.slice(end));
}
