import { describe, expect, test } from 'vitest';
import { securityTxtProblem } from '#features/site/security-txt.ts';

const now = new Date('2026-11-23T12:00:00Z');
const problem = (text: string) => securityTxtProblem(text, now);
const contact = 'Contact: mailto:security@news.example';
const expires = 'Expires: 2027-06-30T18:00:00+02:00';

test('whom to tell, and until when that holds, is enough', () => {
  expect(problem(`${contact}\n${expires}`)).toBeNull();
});

test('all that RFC 9116 knows can stand in it, and what was added to it since', () => {
  const text = `# Our security address
Contact: mailto:security@news.example
Contact: tel:+1-201-555-0123
contact: https://news.example/security
Expires: 2027-06-30T18:00:00.000z
Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f
Acknowledgments: https://news.example/thanks
Preferred-Languages: en, pt-BR
Canonical: https://news.example/.well-known/security.txt
Policy: https://news.example/policy

Hiring: https://news.example/jobs
CSAF: https://news.example/.well-known/csaf/provider-metadata.json
Something-New: whatever it means`;
  expect(problem(text)).toBeNull();
});

describe('one that is signed', () => {
  const signed = (text: string) => `-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

${text}
-----BEGIN PGP SIGNATURE-----

iHUEARYIAB0WIQ==
-----END PGP SIGNATURE-----`;

  test('is judged by what was signed', () => {
    expect(problem(signed(`# ours\n${contact}\n${expires}`))).toBeNull();
    expect(problem(signed(contact))).toMatch(/^must have one line such as ‘Expires: /);
  });

  test('may have lines that begin with a hyphen, which the signature puts another before', () => {
    expect(problem(signed(`- ${contact}\n${expires}`))).toBeNull();
  });
});

test.each([
  [expires, 'must have a line such as ‘Contact: mailto:security@news.example’'],
  [contact, 'must have one line such as ‘Expires: 2027-01-01T00:00:00Z’'],
  [`${contact}\n${expires}\n${expires}`, 'must have one line such as ‘Expires: 2027-01-01T00:00:00Z’'],
  [`${contact}\nExpires: 2027-06-30`, 'must have one line such as ‘Expires: 2027-01-01T00:00:00Z’'],
  [`${contact}\nExpires: 2027-13-30T00:00:00Z`, 'must have one line such as ‘Expires: 2027-01-01T00:00:00Z’'],
  [`${contact}\nExpires: 2026-11-23T12:00:00Z`, 'must expire later than now'],
  [
    `Contact: security@news.example\n${expires}`,
    'must have whole addresses such as https://… or mailto:…; not so is ‘security@news.example’',
  ],
  [
    `${contact}\n${expires}\nPolicy: http://news.example/policy`,
    'must have whole addresses such as https://… or mailto:…; not so is ‘http://news.example/policy’',
  ],
  [
    `${contact}\n${expires}\nPreferred-Languages: en, not a language`,
    'must have one line at most such as ‘Preferred-Languages: en, fr’',
  ],
  [
    `${contact}\n${expires}\nPreferred-Languages: en\nPreferred-Languages: fr`,
    'must have one line at most such as ‘Preferred-Languages: en, fr’',
  ],
  [
    `${contact}\n${expires}\nPlease write to us`,
    'must have fields such as ‘Policy: https://news.example/policy’ or comments; not so is ‘Please write to us’',
  ],
])('%j is refused in words that say what to write', (text, words) => expect(problem(text)).toBe(words));
