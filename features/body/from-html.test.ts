import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryBody } from './fixtures/arbitrary-body.ts';
import { bodyFromHtml } from './from-html.ts';
import { bodyText } from './model.ts';
import { renderBody } from './render.ts';
import { bodyDocument } from './schema.ts';
import { UnreadableBody } from './valid-body.ts';

/** What readers would get of some foreign HTML. */
function shown(html: string, pageUrl?: string): string {
  return renderBody(bodyFromHtml(html, { pageUrl })).html;
}

describe('bodyFromHtml', () => {
  test.each([
    [
      'loose text and line breaks as paragraphs',
      'one<br><br>two<div>three<br>four</div>',
      '<p>one</p><p>two</p><p>three<br>four</p>',
    ],
    [
      'white space as a browser shows it',
      '<p>\n  a \n <b> b</b> c&nbsp;d\t</p>',
      '<p>a <strong>b</strong> c\u00a0d</p>',
    ],
    ['entities as their characters', '<p>AT&amp;T &#8217;s &lt;b&gt;</p>', '<p>AT&amp;T ’s &lt;b&gt;</p>'],
    ['Windows quotation marks read as Latin-1', '<p>\u0093Hi\u0094</p>', '<p>“Hi”</p>'],
    [
      'nothing of scripts, styles and forms',
      '<p>a</p><script>x</script><style>p{}</style><form><button>Go</button></form>',
      '<p>a</p>',
    ],
    [
      'unknown elements unwrapped',
      '<blink><span style="color:red">a</span> <font size=7>b</font></blink>',
      '<p>a b</p>',
    ],
    [
      'marks in both spellings',
      '<b>a</b><em>b</em><del>c</del><tt>d</tt>',
      '<p><strong>a</strong><em>b</em><s>c</s><code>d</code></p>',
    ],
    [
      "a word processor's styles",
      '<b style="font-weight:normal"><span style="font-weight:700">a</span> b</b>',
      '<p><strong>a</strong> b</p>',
    ],
    [
      'bold around paragraphs',
      '<strong><p>a</p><p>b</p></strong>',
      '<p><strong>a</strong></p><p><strong>b</strong></p>',
    ],
    [
      'no blank paragraph',
      '<p>&nbsp;</p><p>\u200b</p><p>a</p><h2> </h2><ul><li></li></ul><blockquote></blockquote>',
      '<p>a</p>',
    ],
    ['a list right inside a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['a numbered list that goes on', '<ol start="4"><li>d</li></ol>', '<ol start="4"><li>d</li></ol>'],
    ['terms and their meanings', '<dl><dt>a</dt><dd>b</dd></dl>', '<p><strong>a</strong></p><p>b</p>'],
    [
      'code with its language and lines',
      '<pre><code class="language-sh">a\n  b\n</code></pre>',
      '<pre tabindex="0"><code data-language="sh">a\n  b</code></pre>',
    ],
    ['a table that only lays out as its content', '<table><tr><td><p>a</p></td></tr></table>', '<p>a</p>'],
    ['quotation marks for a quotation in a line', 'He said <q>yes</q>.', '<p>He said “yes”.</p>'],
    [
      'a smiley that is a picture as its character',
      'ha <img class="emoji" alt="😀" src="https://s.w.org/1.svg">',
      '<p>ha 😀</p>',
    ],
  ])('reads %s', (_what, html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  test('makes headings step down one at a time from 2, without bold', () => {
    expect(shown('<h3><b>A</b></h3><h6>B</h6><h3>C</h3><h1>D</h1>')).toBe(
      '<h2 id="h-a">A</h2><h3 id="h-b">B</h3><h2 id="h-c">C</h2><h2 id="h-d">D</h2>',
    );
  });

  test('makes links absolute by the page, and drops those that a story may not carry', () => {
    const html =
      '<a href="/a">1</a> <a href="b">2</a> <a href="javascript:x">3</a> <a href="">4</a> <a href="mailto:a@b.example">5</a>';
    expect(shown(html, 'https://old.example/x/')).toBe(
      '<p><a href="https://old.example/a" rel="external">1</a> <a href="https://old.example/x/b" rel="external">2</a> 3 4 ' +
        '<a href="mailto:a@b.example">5</a></p>',
    );
  });

  test('leads links within the page to the ids that our headings get, and unlinks those that lead nowhere', () => {
    expect(shown('<a href="#toc0">Why</a> <a href="#gone">x</a><h2><a name="toc0"></a>Why we did it</h2>')).toBe(
      '<p><a href="#h-why-we-did-it">Why</a> x</p><h2 id="h-why-we-did-it">Why we did it</h2>',
    );
  });

  test("shows other sites' pictures as links named by their alternative text, after the sentence they stand in", () => {
    expect(
      shown('<p>One <a href="/big"><img src="/i.png" alt="A\n map"></a> sentence.</p>', 'https://old.example/'),
    ).toBe(
      '<p>One sentence.</p><figure data-embed="old.example"><a href="https://old.example/i.png" rel="external">A map</a>' +
        '<figcaption>old.example</figcaption></figure>',
    );
  });

  test('leaves out pixels that count readers and pictures inside the page, and finds those loaded late', () => {
    expect(
      shown('<img src="https://t.example/p.gif" width="1" height="1"><img src="data:image/png;base64,AA" alt="x">a'),
    ).toBe('<p>a</p>');
    expect(shown('<img src="data:image/gif;base64,R0" data-src="https://a.example/late.jpg" alt="Late">')).toContain(
      'late.jpg',
    );
  });

  test('names a picture without alternative text by its caption, once', () => {
    const figure = '<figure><img src="https://a.example/i.png"><figcaption>The <i>team</i></figcaption></figure>';
    expect(shown(figure)).toBe(
      '<figure data-embed="a.example"><a href="https://a.example/i.png" rel="external">The team</a><figcaption>a.example</figcaption></figure>',
    );
  });

  test('keeps a caption beside a picture that has its own words', () => {
    const figure =
      '<figure><img src="https://a.example/i.png" alt="Four people"><figcaption>The team</figcaption></figure>';
    expect(bodyText(bodyFromHtml(figure))).toBe('Four people\n\nThe team');
  });

  test('shows frames, films and sounds as links to where they are', () => {
    const html =
      '<iframe src="//www.youtube.com/embed/O4O7tonG3R8?rel=0" title="A talk"></iframe>' +
      '<iframe src="https://player.vimeo.com/video/12345"></iframe><audio><source src="/a.mp3"></audio><iframe src="javascript:x"></iframe>';
    expect(bodyFromHtml(html, { pageUrl: 'https://old.example/x' }).content).toEqual([
      {
        type: 'embed',
        attrs: { url: 'https://www.youtube.com/watch?v=O4O7tonG3R8', provider: 'YouTube', title: 'A talk' },
      },
      { type: 'embed', attrs: { url: 'https://vimeo.com/12345', provider: 'Vimeo', title: null } },
      { type: 'embed', attrs: { url: 'https://old.example/a.mp3', provider: 'old.example', title: null } },
    ]);
  });

  test('reads tables with caption, spans and head, a bold first row being a head', () => {
    const html =
      '<table><caption>Sums</caption><tr><td><b>Year</b></td><td><strong>Cost</strong></td></tr>' +
      '<tr><td rowspan="2">2023</td><td>1<table><tr><th>x</th></tr></table></td></tr><tr><td colspan="0">2</td></tr></table>';
    expect(shown(html)).toBe(
      '<p><strong>Sums</strong></p><div data-table role="region" aria-label="Table 1" tabindex="0"><table>' +
        '<thead><tr><th scope="col">Year</th><th scope="col">Cost</th></tr></thead><tbody><tr><td rowspan="2">2023</td><td>1' +
        '<div data-table role="region" aria-label="Table 2" tabindex="0"><table><thead><tr><th scope="col">x</th></tr></thead></table></div></td></tr><tr><td>2</td></tr></tbody></table></div>',
    );
  });

  test('lets a cell span as much of a table as there is', () => {
    const html =
      '<table><tr><th colspan="1000">All</th></tr><tr><td rowspan="99">a</td><td>b</td></tr><tr><td>c</td></tr></table>';
    expect(shown(html)).toContain('<th scope="col" colspan="2">All</th>');
    expect(shown(html)).toContain('<td rowspan="2">a</td>');
  });

  test('gives an empty paragraph for nothing at all', () => {
    expect(bodyFromHtml(' <!-- nothing --> ').content).toEqual([{ type: 'paragraph' }]);
  });

  test('reads lists nested deeper than a body may be, all their words kept', () => {
    const html = `${'<ul><li>a'.repeat(100)}${'</li></ul>'.repeat(100)}`;
    expect(bodyText(bodyFromHtml(html)).match(/a/g)).toHaveLength(100);
  });

  test('says in a sentence that markup nested without end cannot be read', { timeout: 30_000 }, () => {
    expect(() => bodyFromHtml('<span>'.repeat(200_000))).toThrow(UnreadableBody);
  });

  test('always gives a valid body, whatever the markup', { timeout: 30_000 }, () => {
    const tag = fc.constantFrom(
      ...'p div ul ol li table tr td th h2 h5 b i a img figure figcaption blockquote pre br hr q dl dt span iframe'.split(
        ' ',
      ),
    );
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      tag.map((name) => `<${name} start="-3" colspan="9999999" href="//a b" src="http://[x" id="h">`),
      tag.map((name) => `</${name}>`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = bodyFromHtml(pieces.join(''), { pageUrl: 'https://a.example/' });
        expect(bodyDocument.parse(structuredClone(body))).toEqual(body);
      }),
    );
  });

  test('reads what our own renderer wrote as the same words', { timeout: 30_000 }, () => {
    const squeezed = (text: string) => text.replace(/[\s\p{Cf}]+/gu, '');
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        fc.pre(!JSON.stringify(body).includes('"embed"'));
        const again = bodyFromHtml(renderBody(body).html);
        expect(squeezed(bodyText(again))).toBe(squeezed(bodyText(body)));
      }),
    );
  });
});
