import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const secret = 'a secret of at least 32 characters';

test('what was sealed is opened with the same secret, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unseal('key', seal('key', text, secret), secret)).toBe(text);
    }),
  );
  expect(seal('key', 'words', secret)).not.toBe(seal('key', 'words', secret));
});

test('another secret, another purpose, a changed byte or any other text opens nothing', () => {
  const sealed = seal('key', 'words', secret);
  expect(unseal('key', sealed, `${secret}!`)).toBeNull();
  expect(unseal('other', sealed, secret)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ 1;
    expect(unseal('key', changed.toString('base64url'), secret)).toBeNull();
  }
  for (const other of ['', 'words', 'A'.repeat(38)]) expect(unseal('key', other, secret)).toBeNull();
});
