import { describe, expect, test } from 'vitest';
import { coversRequest } from './signature.ts';

const cavage = (headers: string) =>
  coversRequest({ signature: `keyId="https://a.example/u#k",headers="${headers}",signature="AA=="` });
const message = (signatureInput: string) => coversRequest({ signature: 'sig1=:AA==:', signatureInput });

describe('a signature covers the request', () => {
  test.each(['(request-target) host date digest', 'date (request-target) digest content-type host'])(
    'of the older kind: %s',
    (headers) => {
      expect(cavage(headers)).toBe(true);
    },
  );

  test.each([
    'sig1=("@method" "@target-uri" "content-digest");created=1700000000;keyid="https://a.example/u#k"',
    'sig1=("@method" "@target-uri" "@authority" "host" "date" "content-digest");created=1700000000;keyid="k"',
    'a=("@method" "@target-uri" "content-digest");created=1, b=("content-digest" "@method" "@target-uri");created=2',
  ])('of the newer kind: %s', (input) => {
    expect(message(input)).toBe(true);
  });
});

describe('a signature that leaves out what an inbox goes by is none', () => {
  test.each([
    '',
    'date',
    'host date digest',
    '(request-target) date digest',
    '(request-target) host digest',
    '(request-target) host date',
    '(request-target) hostess date digest',
  ])('of the older kind: %s', (headers) => {
    expect(cavage(headers)).toBe(false);
  });

  test.each([
    '',
    'sig1=();created=1700000000',
    'sig1=("@method" "@target-uri");created=1700000000',
    'sig1=("@method" "content-digest");created=1700000000',
    'sig1=("@target-uri" "content-digest");created=1700000000',
    'sig1=("@method" "@target-uri" "content-digest")',
    'a=("@method" "@target-uri" "content-digest");created=1, b=("@method");created=2',
    'b=("@method");created=2, a=("@method" "@target-uri" "content-digest");created=1',
    'sig1=("@method" "@target-uri" "content-digest";req);created=1700000000',
    'a=("@method" "@target-uri" "content-digest");created=1, B=("@method");created=2',
    'a=("@method" "@target-uri" "content-digest");created=1; b=("@method");created=2',
    'a=("@method" "@target-uri" "content-digest");created=1,\tb = ("@method");created=2',
    'a=("@method" "@target-uri" "content-digest");created=1;x="(", b=("@method");created=2',
  ])('of the newer kind: %s', (input) => {
    expect(message(input)).toBe(false);
  });

  test.each([
    'headers="(request-target) host date digest",headers="(request-target) date digest"',
    'headers="(request-target) date digest",headers="(request-target) host date digest"',
    'headers="(request-target) host date digest", Headers="date"',
  ])('of the older kind, that says it twice: %s', (headers) => {
    expect(coversRequest({ signature: `keyId="https://a.example/u#k",${headers},signature="AA=="` })).toBe(false);
  });

  test('and so is no signature at all', () => {
    expect(coversRequest({})).toBe(false);
  });
});
