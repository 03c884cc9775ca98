/** One line of a file, counted from 1, or why it cannot be read. */
export type Line = { line: number } & ({ text: string } | { problem: string });

/** No line of a story file comes near it; it bounds the memory that one without line ends could take. */
const longestLine = 16 * 1024 * 1024;

/**
 * A file's lines as text: UTF-8 with or without a byte order mark, ends `\n` or `\r\n`. A line that is too long or not UTF-8
 * is passed over as a problem of its own.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>, longest: number = longestLine): AsyncGenerator<Line> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    let rest = chunk;
    for (let end = rest.indexOf(lineEnd); end !== -1; end = rest.indexOf(lineEnd)) {
      yield decodeLine(line, [...parts, rest.subarray(0, end)], size + end, longest);
      rest = rest.subarray(end + 1);
      line += 1;
      parts = [];
      size = 0;
    }
    size += rest.length;
    if (size <= longest) parts.push(rest);
    else parts = [];
  }
  if (size > 0) yield decodeLine(line, parts, size, longest);
}

const lineEnd = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeLine(line: number, parts: Uint8Array[], size: number, longest: number): Line {
  if (size > longest) return { line, problem: `The line is longer than ${Math.floor(longest / 1024 / 1024)} MB.` };
  try {
    return { line, text: utf8.decode(Buffer.concat(parts)).replace(/\r$/, '') };
  } catch {
    return { line, problem: 'The line is not UTF-8 text.' };
  }
}
