import { describe, expect, test } from 'vitest';
import { bodyText, readingMinutes, wordCount } from './model.ts';
import { type BodyDocument, bodyDocument } from './schema.ts';

function paragraphs(...texts: string[]): BodyDocument {
  return bodyDocument.parse({
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });
}

describe('bodyText', () => {
  test('parts blocks by blank lines, items by line ends and cells by tabs', () => {
    const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
    const cell = (text: string) => ({ type: 'tableCell', content: [line(text)] });
    const body = bodyDocument.parse({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Why' }] },
        { type: 'paragraph' },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a' },
            { type: 'hardBreak' },
            { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
          ],
        },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [line('one')] },
            { type: 'listItem', content: [line('two'), { type: 'blockquote', content: [line('said')] }] },
          ],
        },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('x'), cell('y')] }] },
        { type: 'embed', attrs: { url: 'https://a.example/', provider: 'a.example', title: 'A film' } },
        { type: 'horizontalRule' },
      ],
    });
    expect(bodyText(body)).toBe('Why\n\na\nb\n\none\ntwo\nsaid\n\nx\ty\n\nA film');
  });
});

describe('wordCount', () => {
  test('counts words, not punctuation', () => {
    expect(wordCount(paragraphs("It's 2023 — 'the end', she said.", 'Or not?'))).toBe(8);
  });

  test('finds the words of scripts that write none apart', () => {
    expect(wordCount(paragraphs('北朝鮮がロシアに砲弾を送った。'), 'ja')).toBeGreaterThanOrEqual(7);
    expect(wordCount(paragraphs('ผู้สื่อข่าวรายงานจากกรุงโซล'), 'th')).toBeGreaterThanOrEqual(4);
  });
});

describe('readingMinutes', () => {
  test('is a minute at least, and grows with the words', () => {
    expect(readingMinutes(1)).toBe(1);
    expect(readingMinutes(1200)).toBe(5);
  });
});
