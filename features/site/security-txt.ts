import { isLanguageTag } from '#lib/language.ts';

interface Field {
  readonly name: string;
  readonly value: string;
}

/**
 * What is wrong with a security.txt (RFC 9116) that is to hold from `now` on, in words that go on from its name; null
 * where nothing is. One that is signed (OpenPGP, in clear text) is judged by what was signed.
 */
export function securityTxtProblem(text: string, now: Date): string | null {
  const lines = signedLines(text.split('\n'));
  const wrong = lines.findIndex((line) => !(line.trim() === '' || line.startsWith('#') || readField(line)));
  if (wrong !== -1)
    return `must have fields such as ‘Policy: https://news.example/policy’ or comments; not so is ‘${lines[wrong]}’`;
  const fields = lines.flatMap((line) => readField(line) ?? []);
  const all = (name: string) => fields.filter((field) => field.name === name);
  if (all('contact').length === 0) return 'must have a line such as ‘Contact: mailto:security@news.example’';
  return (
    fieldProblem(fields) ??
    expiryProblem(
      all('expires').map(({ value }) => value),
      now,
    ) ??
    languagesProblem(all('preferred-languages').map(({ value }) => value))
  );
}

/** The lines under a signature, without what it puts before them (RFC 9580, section 7); else all lines. */
function signedLines(lines: readonly string[]): readonly string[] {
  if (lines[0] !== '-----BEGIN PGP SIGNED MESSAGE-----') return lines;
  const begin = lines.indexOf('') + 1;
  const end = lines.indexOf('-----BEGIN PGP SIGNATURE-----');
  return lines.slice(begin, end === -1 ? undefined : end).map((line) => line.replace(/^- /, ''));
}

function readField(line: string): Field | null {
  const match = /^([A-Za-z][A-Za-z\d-]*): *(\S.*)$/.exec(line);
  return match ? { name: (match[1] as string).toLowerCase(), value: (match[2] as string).trim() } : null;
}

/** The fields whose value is an address. */
const addressed = new Set(['acknowledgments', 'canonical', 'contact', 'csaf', 'encryption', 'hiring', 'policy']);

function fieldProblem(fields: readonly Field[]): string | null {
  const wrong = fields.find(({ name, value }) => addressed.has(name) && !isAddress(value));
  return wrong ? `must have whole addresses such as https://… or mailto:…; not so is ‘${wrong.value}’` : null;
}

/** An address of the web has to be one by TLS. */
function isAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && url.protocol !== 'http:' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value);
}

function expiryProblem(values: readonly string[], now: Date): string | null {
  const [value = ''] = values;
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(value);
  const until = isMoment ? Date.parse(value.toUpperCase()) : Number.NaN;
  if (values.length !== 1 || Number.isNaN(until)) {
    const nextYear = new Date(Date.UTC(now.getUTCFullYear() + 1, 0, 1)).toISOString().replace('.000', '');
    return `must have one line such as ‘Expires: ${nextYear}’`;
  }
  return until > now.getTime() ? null : 'must expire later than now';
}

function languagesProblem(values: readonly string[]): string | null {
  const tags = (values[0] ?? 'en').split(',').map((tag) => tag.trim());
  return values.length < 2 && tags.every(isLanguageTag)
    ? null
    : 'must have one line at most such as ‘Preferred-Languages: en, fr’';
}
