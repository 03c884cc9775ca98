/** Characters, and bytes in UTF-8, of a new password. No other rule says how it is to be composed (NIST SP 800-63B). */
export const passwordLimits = { leastCharacters: 12, mostBytes: 200 } as const;

interface Owner {
  readonly email: string;
  readonly name: string;
}

/** What is wrong with a new password, in one sentence, or null. */
export function passwordProblem(password: string, { email, name }: Owner): string | null {
  if ([...password].length < passwordLimits.leastCharacters) {
    return `Use at least ${passwordLimits.leastCharacters} characters.`;
  }
  if (new TextEncoder().encode(password).length > passwordLimits.mostBytes) {
    return `Use at most ${passwordLimits.mostBytes} bytes.`;
  }
  const plain = fold(password);
  if (new Set(plain).size < 5) return 'This password repeats itself; use more different characters.';
  if (well.some((known) => without(plain, known).length < 3)) return 'This password is among the first to be guessed.';
  const own = [email, ...email.split('@'), name, ...name.split(/\s+/)].map(fold).filter((part) => part.length > 2);
  if (own.reduce(without, plain).length < 5) return 'This password is little more than the name or the address.';
  return null;
}

/** What lists of leaked passwords begin with, once the length is asked for. */
const well = [
  '1234567890',
  '0987654321',
  'qwertyuiop',
  'qwerty123456',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'passwordpassword',
  'password1234',
  'password123456',
  'iloveyouiloveyou',
  'administrator',
  'abcdefghijkl',
  'letmeinletmein',
  'correcthorsebatterystaple',
  'asdfghjkl',
  'changemechangeme',
  'broadsheet',
];

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const without = (text: string, part: string): string => text.replaceAll(part, '');

/** A browser as it names itself, in two words that its owner knows: `Firefox on Linux`. Null for what says nothing. */
export function browserName(agent: string): { browser: string; system: string } | null {
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1];
  const system = systems.find(([mark]) => agent.includes(mark))?.[1];
  return browser || system ? { browser: browser ?? '', system: system ?? '' } : null;
}

/** The first that fits: most name others besides themselves. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['CriOS/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;
