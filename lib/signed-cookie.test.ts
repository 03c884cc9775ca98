import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSignedCookie, signValue, verifyValue } from './signed-cookie.ts';

const secret = 'a secret of at least 32 characters';
const value = fc.stringMatching(/^[A-Za-z0-9-]{1,60}$/);

describe('a signed value', () => {
  test('is read back whole', () => {
    fc.assert(
      fc.property(value, fc.string(), fc.string({ minLength: 1 }), (text, purpose, key) => {
        expect(verifyValue(purpose, signValue(purpose, text, key), key)).toBe(text);
      }),
    );
  });

  test('says nothing under another secret or for another purpose', () => {
    fc.assert(
      fc.property(value, fc.string(), (text, other) => {
        fc.pre(other !== secret && other !== 'voter');
        expect(verifyValue('voter', signValue('voter', text, other), secret)).toBeNull();
        expect(verifyValue(other, signValue('voter', text, secret), secret)).toBeNull();
      }),
    );
  });

  test('says nothing once a single character of it is changed', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.stringMatching(/^[!-~]$/), (text, where, character) => {
        const signed = signValue('voter', text, secret);
        const at = where % signed.length;
        fc.pre(signed[at] !== character);
        const forged = signed.slice(0, at) + character + signed.slice(at + 1);
        expect(verifyValue('voter', forged, secret)).toBeNull();
      }),
    );
  });

  test('is not found in any other text, and no text is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(verifyValue('voter', text, secret)).toBeNull();
        expect(readSignedCookie(text, 'voter', secret)).toBeNull();
        expect(readSignedCookie(`voter=${text}`, 'voter', secret)).toBeNull();
      }),
    );
  });
});

describe('a signed cookie', () => {
  const signed = signValue('voter', 'one', secret);

  test('is found among others', () => {
    expect(readSignedCookie(`theme=dark; voter=${signed};x=y`, 'voter', secret)).toBe('one');
  });

  test('is found behind a forged one of the same name', () => {
    expect(readSignedCookie(`voter=other.forged; voter=${signed}`, 'voter', secret)).toBe('one');
  });

  test('is not found under a name that ends or begins alike', () => {
    expect(readSignedCookie(`xvoter=${signed}; voters=${signed}`, 'voter', secret)).toBeNull();
  });

  test.each([null, undefined, '', ';', 'voter', 'voter=', '=;=.=;'])('is absent from %j', (header) => {
    expect(readSignedCookie(header, 'voter', secret)).toBeNull();
  });
});
