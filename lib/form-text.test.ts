import { expect, test } from 'vitest';
import { formText } from './form-text.ts';

test('the text of a field is what was typed', () => {
  const form = new FormData();
  form.set('name', ' Ada ');
  form.set('file', new Blob(['x']), 'x.txt');
  expect([formText(form, 'name'), formText(form, 'file'), formText(form, 'missing')]).toEqual([' Ada ', '', '']);
});

test.each([null, undefined, 'name=Ada', { name: 'Ada' }, [], 1])(
  'of %j, which is no form, there is no text',
  (sent) => {
    expect(formText(sent, 'name')).toBe('');
  },
);
