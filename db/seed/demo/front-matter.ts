/** A Markdown file with a head of `name: value` lines between two lines of three hyphens. */
export type HeadedText = { head: Record<string, string>; body: string };

/**
 * Splits a story's file. The head is deliberately not YAML: a value is the rest of its line, so that a headline may
 * hold colons, quotation marks and hyphens. Throws with the file's name and line on anything else.
 */
export function splitFrontMatter(text: string, file: string): HeadedText {
  const lines = text.normalize('NFC').replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) throw new Error(`${file} has no head between two lines of '---'.`);

  const head = new Map<string, string>();
  for (const [index, line] of lines.slice(1, end).entries()) {
    const colon = line.indexOf(': ');
    const name = line.slice(0, colon);
    if (colon < 1 || !/^[a-zA-Z]+$/.test(name)) throw new Error(`${file}, line ${index + 2}: expected 'name: value'.`);
    if (head.has(name)) throw new Error(`${file}, line ${index + 2}: '${name}' stands there twice.`);
    head.set(name, line.slice(colon + 2).trim());
  }
  return {
    head: Object.fromEntries(head),
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
}
