import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserName, passwordLimits, passwordProblem } from './model.ts';

const owner = { email: 'ada.lovelace@herald.example', name: 'Ada Lovelace' };

test.for([
  ['short', 'at least 12'],
  ['a'.repeat(12), 'repeats itself'],
  ['abababababab', 'repeats itself'],
  ['x'.repeat(201), 'at most 200 bytes'],
  ['😀é'.repeat(40), 'at most 200 bytes'],
  ['ada.lovelace@herald.example', 'the name or the address'],
  ['Ada.Lovelace1815', 'the name or the address'],
  ['Ada Lovelace 42', 'the name or the address'],
  ['Password1234', 'first to be guessed'],
  ['1234567890', 'at least 12'],
  ['123456789012', 'first to be guessed'],
  ['correct horse battery staple', 'first to be guessed'],
])('%s is refused as a password', ([password, reason]) => {
  expect(passwordProblem(password as string, owner)).toContain(reason);
});

test.for([
  'tin lantern marsh 7',
  'ångström fjord vind',
  '私の好きな新聞は毎朝届きますよ',
  'Lovelace owned eleven lamps',
])('%s is taken as a password, of whatever kind its characters are', (password) => {
  expect(passwordProblem(password, owner)).toBeNull();
});

test('what is taken is long enough, not too long, and never the address itself', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 0, maxLength: 250 }),
      fc.emailAddress(),
      fc.string(),
      (password, email, name) => {
        if (passwordProblem(password, { email, name }) !== null) return;
        expect([...password].length).toBeGreaterThanOrEqual(passwordLimits.leastCharacters);
        expect(Buffer.byteLength(password)).toBeLessThanOrEqual(passwordLimits.mostBytes);
        expect(password.toLowerCase()).not.toBe(email.toLowerCase());
      },
    ),
  );
});

test.for([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox', 'Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0', 'Edge', 'Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36', 'Chrome', 'Android'],
])('a browser is named as its owner would: %s', ([agent, browser, system]) => {
  expect(browserName(agent as string)).toEqual({ browser, system });
});

test('what names no browser has no name', () => {
  expect(browserName('')).toBeNull();
  expect(browserName('curl/8.0')).toBeNull();
});
