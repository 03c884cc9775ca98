import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyFromPlainText } from './from-plain-text.ts';
import { bodyText } from './model.ts';

const paragraphs = (text: string) =>
  bodyFromPlainText(text).content.map((block) => bodyText({ type: 'doc', content: [block] }));

describe('bodyFromPlainText', () => {
  test('parts paragraphs at blank lines and at line ends', () => {
    expect(paragraphs('One  two.\n\n\n \nThree.\nFour.\r\n\r\nFive.')).toEqual([
      'One two.',
      'Three.',
      'Four.',
      'Five.',
    ]);
  });

  test('joins the lines of text that was wrapped to a width', () => {
    const wrapped = [
      'The council voted on Tuesday to close the old bridge for',
      'repairs that will take until the spring of next year at',
      'the earliest.',
    ];
    expect(paragraphs(`${wrapped.join('\n')}\n\nNext.`)).toEqual([wrapped.join(' '), 'Next.']);
  });

  test('takes markup for what it says, not for markup', () => {
    expect(paragraphs('<b>1 &lt; 2</b> **x**')).toEqual(['<b>1 &lt; 2</b> **x**']);
  });

  test('loses no words, whatever the text', () => {
    const squeezed = (text: string) => text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(squeezed(bodyText(bodyFromPlainText(text)))).toBe(squeezed(text));
      }),
    );
  });
});
