/**
 * What is wrong with an ads.txt (IAB Tech Lab, version 1.1), in words that go on from its name; null where nothing is.
 * Each line is a seller's record of three fields or four, a variable, or a comment.
 */
export function adsTxtProblem(text: string): string | null {
  const wrong = text.split('\n').findIndex((line) => !isLine(line));
  return wrong === -1
    ? null
    : `must have in line ${wrong + 1} a seller such as ‘ads.example, pub-1234, DIRECT’, a variable such as ‘OWNERDOMAIN=news.example’ or a comment`;
}

function isLine(line: string): boolean {
  // What follows # is a comment, and what follows a semicolon a seller's own extension.
  const words = line.replace(/[#;].*$/, '').trim();
  return words === '' || /^[a-z][\w-]*\s*=\s*\S/i.test(words) || isRecord(words);
}

function isRecord(words: string): boolean {
  const [domain = '', account = '', relation = '', ...more] = words.split(',').map((field) => field.trim());
  return isDomain(domain) && account !== '' && /^(?:direct|reseller)$/i.test(relation) && more.length < 2;
}

const isDomain = (text: string): boolean => /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i.test(text);
