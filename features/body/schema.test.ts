import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryBody } from './fixtures/arbitrary-body.ts';
import { isLinkHref, resolveHref } from './href.ts';
import { bodyDocument } from './schema.ts';

const wrap = (content: unknown) => ({ type: 'doc', content: [content] });
const linkTo = (href: string) =>
  wrap({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] });

describe('bodyDocument', () => {
  test('accepts every body of known blocks and gives it back unchanged', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        expect(bodyDocument.parse(structuredClone(body))).toEqual(body);
      }),
    );
  });

  test('drops what only an editor wants', () => {
    const link = { type: 'link', attrs: { href: 'https://a.example/', target: '_blank', rel: 'nofollow', class: 'x' } };
    const parsed = bodyDocument.parse(
      wrap({ type: 'paragraph', attrs: { textAlign: 'left' }, content: [{ type: 'text', text: 'x', marks: [link] }] }),
    );
    expect(parsed.content[0]).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] }],
    });
  });

  test.each([
    ['an unknown block', wrap({ type: 'script', content: [] })],
    [
      'an unknown mark',
      wrap({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'blink' }] }] }),
    ],
    ['a heading as large as the headline', wrap({ type: 'heading', attrs: { level: 1 } })],
    ['an empty text', wrap({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['a text with a NUL', wrap({ type: 'paragraph', content: [{ type: 'text', text: 'a\u0000b' }] })],
    ['half a character', wrap({ type: 'paragraph', content: [{ type: 'text', text: '\ud800' }] })],
    [
      'a mark twice',
      wrap({ type: 'paragraph', content: [{ type: 'hardBreak', marks: [{ type: 'bold' }, { type: 'bold' }] }] }),
    ],
    ['a list item without a paragraph', wrap({ type: 'bulletList', content: [{ type: 'listItem', content: [] }] })],
    ['an embed that is no web address', wrap({ type: 'embed', attrs: { url: 'javascript:alert(1)', provider: 'x' } })],
    ['a picture that is not ours', wrap({ type: 'image', attrs: { assetId: 'https://a.example/x.png' } })],
    ['no blocks', { type: 'doc', content: [] }],
    ['nothing', null],
  ])('refuses %s', (_name, body) => {
    expect(bodyDocument.safeParse(body).success).toBe(false);
  });

  test('refuses a table whose spans make more places than an editor can lay out, also where they come from above', () => {
    const cell = (colspan: number, rowspan = 1) => ({
      type: 'tableCell',
      attrs: { colspan, rowspan },
      content: [{ type: 'paragraph' }],
    });
    const table = (...rows: unknown[][]) =>
      bodyDocument.safeParse(wrap({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }));
    const plain = Array.from({ length: 20 }, () => [cell(1)]);
    expect(table([cell(900)], ...plain).success).toBe(true);
    for (const wide of [
      table([cell(1000)], ...plain),
      table([cell(500), cell(500)], ...plain),
      table([cell(500, 65_534)], [cell(500)], ...plain.slice(1)),
    ]) {
      const messages = wide.error?.issues.map(({ message }) => message);
      expect(messages).toEqual(['A table has more than 20,000 places for cells.']);
    }
    expect(table([cell(900), cell(50, 2)], ...plain.slice(1)).success).toBe(true);
  });

  test('refuses nesting without end in one sentence, and does not exhaust the stack', () => {
    let body: unknown = { type: 'paragraph' };
    for (let depth = 0; depth < 100_000; depth += 1) body = { type: 'blockquote', content: [body] };
    expect(bodyDocument.safeParse(wrap(body)).error?.issues.map(({ message }) => message)).toEqual([
      'The story nests its blocks more than 24 deep.',
    ]);
  });

  test('refuses a story of more than two million characters', () => {
    const body = wrap({ type: 'paragraph', content: [{ type: 'text', text: 'x '.repeat(1_000_001) }] });
    expect(bodyDocument.safeParse(body).error?.issues[0]?.message).toBe(
      'The story is longer than 2,000,000 characters.',
    );
  });

  test('refuses a word without end, which a browser would take minutes to set', () => {
    const saying = (text: string) =>
      bodyDocument.safeParse(wrap({ type: 'paragraph', content: [{ type: 'text', text }] }));
    expect(saying(`A ${'x'.repeat(20_001)} b`).error?.issues[0]?.message).toBe(
      'The story has more than 20,000 characters without a space.',
    );
    expect(saying(`${'x'.repeat(20_000)}\n${'港'.repeat(20_000)}`).success).toBe(true);
  });

  test.each([
    'https://a.example/b?c#d',
    'HTTP://a.example',
    'mailto:desk@a.example',
    '/news/a',
    '#h-why',
    'https://例え.jp/道',
  ])('accepts a link to %s', (href) => {
    expect(bodyDocument.safeParse(linkTo(href)).success).toBe(true);
  });

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'data:text/html,x',
    'news/a',
    ' https://a.example',
    'https://',
    '',
  ])('refuses a link to %j', (href) => {
    expect(bodyDocument.safeParse(linkTo(href)).success).toBe(false);
  });
});

describe('resolveHref', () => {
  test('makes a link absolute by the page it stood on', () => {
    expect(resolveHref('../b?c=d', 'https://a.example/x/y/')).toBe('https://a.example/x/b?c=d');
    expect(resolveHref('//b.example/c', 'https://a.example/')).toBe('https://b.example/c');
    expect(resolveHref('/b', undefined)).toBe('/b');
    expect(resolveHref('#part', 'https://a.example/')).toBe('#part');
  });

  test('mends what was plainly meant', () => {
    const page = 'https://a.example/x/';
    expect(resolveHref('(https://b.example/c)', page)).toBe('https://b.example/c');
    expect(resolveHref('https://b.example/wiki/C_(d)', page)).toBe('https://b.example/wiki/C_(d)');
    expect(resolveHref('www.b.example/c', page)).toBe('http://www.b.example/c');
    expect(resolveHref('mailto:%20ann@b.example', page)).toBe('mailto:ann@b.example');
    expect(resolveHref('ann@b.example', page)).toBe('mailto:ann@b.example');
  });

  test('gives null for what leads nowhere, and otherwise only what a story may carry', () => {
    for (const href of ['', '  ', 'javascript:alert(1)', 'http://', 'b/c']) expect(resolveHref(href)).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string({ unit: 'binary' })), (href) => {
        const resolved = resolveHref(href, 'https://a.example/b/');
        expect(resolved === null || isLinkHref(resolved)).toBe(true);
      }),
    );
  });
});
