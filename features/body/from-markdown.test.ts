import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyFromMarkdown } from './from-markdown.ts';
import { repairMarkdown } from './markdown-repairs.ts';
import { resolveShortcodes } from './markdown-shortcodes.ts';
import { renderBody } from './render.ts';
import { bodyDocument } from './schema.ts';

function shown(markdown: string, pageUrl?: string): string {
  return renderBody(bodyFromMarkdown(markdown, { pageUrl })).html;
}

describe('bodyFromMarkdown', () => {
  test.each([
    [
      'paragraphs, marks and entities',
      '**a** _b_ `c` ~~d~~\n\nAT&amp;T &#8217;s',
      '<p><strong>a</strong> <em>b</em> <code>c</code> <s>d</s></p><p>AT&amp;T ’s</p>',
    ],
    [
      'HTML among Markdown',
      '<h3 style="text-align: center">A</h3>\n\n**b** <em>c</em>',
      '<h2 id="h-a">A</h2><p><strong>b</strong> <em>c</em></p>',
    ],
    [
      'markup indented by an exporter, not as code',
      '<ul>\n  <li>a</li></ul>\n\n    ## Why\n\n    <p>\n      b\n    </p>',
      '<ul><li>a</li></ul><h2 id="h-why">Why</h2><p>b</p>',
    ],
    ['fenced code', '```js\na < b\n```', '<pre tabindex="0"><code data-language="js">a &lt; b</code></pre>'],
    ['task lists', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
    [
      'attribute lists of kramdown',
      '[w](#toc)\n\n## Why {#toc}\n\nb\n{: .lead}',
      '<p><a href="#h-why">w</a></p><h2 id="h-why">Why</h2><p>b</p>',
    ],
    [
      'bold with a space or a dash at its edge',
      'for example,** A B** said. **Fast—**a test',
      '<p>for example, <strong>A B</strong> said. <strong>Fast—</strong>a test</p>',
    ],
    [
      'bold that ends in the next paragraph',
      '**Good for you\n\n**\n\nNext',
      '<p><strong>Good for you</strong></p><p>Next</p>',
    ],
    ['empty bold and italic as nothing', 'a****b _ _ c', '<p>ab c</p>'],
    ['a rule of asterisks', 'a\n\n****\n\nb', '<p>a</p><hr><p>b</p>'],
    ['links that lead nowhere as words', 'see [the guide]( "Guide") and [b]()', '<p>see the guide and b</p>'],
    [
      'headings without the space, but not hashtags',
      '##Why\n\n#WeRemember',
      '<h2 id="h-why">Why</h2><p>#WeRemember</p>',
    ],
    [
      'code as it stands',
      '`**a **` `{{< youtube x >}}`\n\n```\n[a]( "b")\n{% raw %}\n```',
      '<p><code>**a **</code> <code>{{&lt; youtube x &gt;}}</code></p><pre tabindex="0"><code>[a]( &quot;b&quot;)\n{% raw %}</code></pre>',
    ],
  ])('reads %s', (_what, markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  test('reads tables, also those whose rule names too few columns', () => {
    const table =
      '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>';
    expect(shown('| a | b |\n| --- | --- |\n| 1 | 2 |')).toContain(table);
    expect(shown('| a | b |\n| --- |\n| 1 | 2 |')).toContain(table);
  });

  test('sets footnotes below a rule, without links back and forth', () => {
    expect(shown('A claim.[^1]\n\n[^1]: The proof.')).toBe(
      '<p>A claim.<sup>1</sup></p><hr><ol><li>The proof.</li></ol>',
    );
  });

  test('makes links absolute by the page that the story stood on', () => {
    expect(shown('[a](/authors/b/)', 'https://old.example/2017/x/')).toContain('href="https://old.example/authors/b/"');
  });

  test.each([
    ['{{< youtube O4O7tonG3R8 >}}', 'https://www.youtube.com/watch?v=O4O7tonG3R8', null],
    ['{{< youtube id="O4O7tonG3R8" title="A \'talk\'" >}}', 'https://www.youtube.com/watch?v=O4O7tonG3R8', "A 'talk'"],
    ['{% include youtube.html id="O4O7tonG3R8" %}', 'https://www.youtube.com/watch?v=O4O7tonG3R8', null],
    [
      '{{ "https://www.youtube-nocookie.com/embed/O4O7tonG3R8" | embed: "A great\nevent" }}',
      'https://www.youtube.com/watch?v=O4O7tonG3R8',
      'A great event',
    ],
    ['[youtube=http://www.youtube.com/watch?v=yxK9Cb-TSGM&w=600]', 'https://www.youtube.com/watch?v=yxK9Cb-TSGM', null],
    ['[youtube https://www.youtube.com/watch?v=6muKykwvYOI]', 'https://www.youtube.com/watch?v=6muKykwvYOI', null],
    ['{{% vimeo 12345 %}}', 'https://vimeo.com/12345', null],
    ['{{< tweet user="nasa" id="877500564405444608" >}}', 'https://twitter.com/nasa/status/877500564405444608', null],
    ['{{< figure src="/img/a_b_c.png" alt="A map" >}}', 'https://old.example/img/a_b_c.png', 'A map'],
  ])('reads the shortcode %s as an embed', (shortcode, url, title) => {
    const { content } = bodyFromMarkdown(`before\n\n${shortcode}\n\nafter`, { pageUrl: 'https://old.example/x/' });
    expect(content.map(({ type }) => type)).toEqual(['paragraph', 'embed', 'paragraph']);
    expect(content[1]).toMatchObject({ attrs: { url, title } });
  });

  test('drops shortcodes that it does not know and keeps the words between them', () => {
    expect(
      shown(
        '{{< note "x" >}}\nMind **this**.\n{{< /note >}}\n\n[a]({{ site.baseurl }}/b) {{ words }}',
        'https://old.example/x/',
      ),
    ).toBe('<p>Mind <strong>this</strong>.</p><p><a href="https://old.example/b" rel="external">a</a> {{ words }}</p>');
  });

  test('reads highlighted programs as code', () => {
    expect(shown('{% highlight ruby %}\nputs 1 < 2\n{% endhighlight %}')).toBe(
      '<pre tabindex="0"><code data-language="ruby">puts 1 &lt; 2</code></pre>',
    );
  });

  test('always gives a valid body, whatever the Markdown', { timeout: 30_000 }, () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '**',
        '_',
        '`',
        '```',
        '\n\n',
        '\n',
        '    ',
        '- ',
        '1. ',
        '> ',
        '[a]( "b")',
        '[^1]',
        '|',
        '| --- |',
        '#',
        '{{<',
        '>}}',
        '{%',
        '%}',
        '<div>',
        '</p>',
        '<td>',
        '![x](y)',
        '&#0;',
        '{#a}',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const body = bodyFromMarkdown(pieces.join(''), { pageUrl: 'https://a.example/' });
        expect(bodyDocument.parse(structuredClone(body))).toEqual(body);
      }),
    );
  });

  test('mends hostile text within a second of work', { timeout: 30_000 }, () => {
    const pieces = [
      '{{<',
      '{% highlight a %}',
      '[youtube=http',
      '**a ',
      '****',
      '` `` ',
      '_ ',
      '[a](',
      '[x]( "',
      '**x\n\n',
      '| a ',
    ];
    for (const piece of pieces) {
      const before = process.cpuUsage();
      repairMarkdown(resolveShortcodes(piece.repeat(20_000)));
      expect(process.cpuUsage(before).user / 1000, piece).toBeLessThan(1000);
    }
  });
});
