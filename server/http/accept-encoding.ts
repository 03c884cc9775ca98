export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The content encodings that a client accepts, the best first (RFC 9110, section 12.5.3). At equal weight the smaller
 * one is better: br, gzip, identity. Where the client accepts none of them the answer is identity all the same.
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  if (header === undefined) return onlyIdentity;
  const known = memo.get(header);
  if (known) return known;
  const encodings = rank(header);
  // Browsers send a handful of values; whoever sends made-up ones does not get to fill the memory.
  if (memo.size < 100 && header.length < 100) memo.set(header, encodings);
  return encodings;
}

const onlyIdentity: readonly Encoding[] = ['identity'];
const memo = new Map<string, readonly Encoding[]>();

function rank(header: string): readonly Encoding[] {
  const weights = new Map(header.split(',').map(readCoding));
  const weightOf = (encoding: Encoding): number => {
    const named = weights.get(encoding) ?? (encoding === 'gzip' ? weights.get('x-gzip') : undefined);
    // Identity is acceptable unless it is excluded, but only what is named is preferred.
    return named ?? weights.get('*') ?? (encoding === 'identity' ? 0.0001 : 0);
  };
  const candidates: readonly Encoding[] = ['br', 'gzip', 'identity'];
  const accepted = candidates.filter((encoding) => weightOf(encoding) > 0);
  return accepted.length === 0 ? onlyIdentity : accepted.sort((one, other) => weightOf(other) - weightOf(one));
}

function readCoding(part: string): [coding: string, weight: number] {
  const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const weight = parameters.find((text) => /^q\s*=/.test(text));
  if (weight === undefined) return [coding, 1];
  const value = Number(weight.slice(weight.indexOf('=') + 1));
  return [coding, value >= 0 && value <= 1 ? value : 0];
}
