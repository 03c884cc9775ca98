import fc from 'fast-check';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import type { Picture } from '#features/media/dto.ts';
import { arbitraryBody } from './fixtures/arbitrary-body.ts';
import { RENDERER_VERSION, type RenderOptions, renderBody } from './render.ts';
import { type Block, type BodyDocument, bodyDocument } from './schema.ts';

const ourElements = new Set(
  'p h2 h3 h4 blockquote ul ol li hr pre code strong em s sup sub a br figure figcaption div table thead tbody tr th td'.split(
    ' ',
  ),
);
const ourAttributes = new Set(
  'href rel id start role ariaLabel tabIndex dataTable dataEmbed dataLanguage scope colSpan rowSpan'.split(' '),
);

function html(blocks: Block[], options?: RenderOptions): string {
  return renderBody(bodyDocument.parse({ type: 'doc', content: blocks }), options).html;
}

const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('renderBody', () => {
  test('names the version of the renderer', () => {
    expect(renderBody({ type: 'doc', content: [words('x')] }).version).toBe(RENDERER_VERSION);
  });

  test('writes only our own elements and attributes, whatever the text says', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        for (const element of elements(parse(body))) {
          expect(ourElements).toContain(element.tagName);
          for (const name of Object.keys(element.properties)) expect(ourAttributes).toContain(name);
        }
      }),
    );
  });

  test('parses back to the same text', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        expect(textOf(parse(body))).toBe(shownText(body.content));
      }),
    );
  });

  test('keeps one link around words with different marks, and joins neighbours of one mark', () => {
    const link = { type: 'link' as const, attrs: { href: 'https://example.org/' } };
    const content = [
      { type: 'text' as const, text: 'a', marks: [link] },
      { type: 'text' as const, text: 'b', marks: [{ type: 'bold' as const }, link] },
      { type: 'text' as const, text: 'c', marks: [{ type: 'bold' as const }] },
    ];
    expect(html([{ type: 'paragraph', content }])).toBe(
      '<p><a href="https://example.org/" rel="external">a<strong>b</strong></a><strong>c</strong></p>',
    );
  });

  test('marks only links that leave the site as external', () => {
    const to = (href: string): Block => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
    });
    const options = { siteUrl: 'https://news.example' };
    expect(html([to('https://news.example/a')], options)).not.toContain('rel=');
    expect(html([to('/a')], options)).not.toContain('rel=');
    expect(html([to('mailto:desk@news.example')], options)).not.toContain('rel=');
    expect(html([to('https://news.example.evil/a')], options)).toContain('rel="external"');
  });

  test('gives headings ids of their own words, numbered where they repeat', () => {
    const heading = (text: string): Block => ({
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text }],
    });
    const out = html([heading('Why now?'), heading('Why, now'), { type: 'blockquote', content: [heading('为什么')] }]);
    expect([...out.matchAll(/id="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'h-why-now',
      'h-why-now-2',
      'h-为什么',
    ]);
  });

  test('shows a table in a named region that the keyboard reaches, with its head and spans', () => {
    const cell = (type: 'tableHeader' | 'tableCell', text: string, colspan = 1) => ({
      type,
      attrs: { colspan, rowspan: 1 },
      content: [words(text)],
    });
    const table: Block = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Year', 2)] },
        { type: 'tableRow', content: [cell('tableHeader', '2023'), cell('tableCell', '1')] },
      ],
    };
    expect(html([table])).toBe(
      '<div data-table role="region" aria-label="Table 1" tabindex="0"><table>' +
        '<thead><tr><th scope="col" colspan="2">Year</th></tr></thead>' +
        '<tbody><tr><th scope="row">2023</th><td>1</td></tr></tbody></table></div>',
    );
  });

  test('leaves out empty paragraphs, and keeps several paragraphs of one item apart', () => {
    const items: Block = {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }] },
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'two' }] }, words('more')] },
      ],
    };
    expect(html([{ type: 'paragraph' }, items])).toBe('<ul><li>one</li><li><p>two</p><p>more</p></li></ul>');
  });

  test('shows an embed as a link, and loads nothing from there', () => {
    const url = 'https://www.youtube.com/watch?v=1&t=2';
    expect(html([{ type: 'embed', attrs: { url, provider: 'YouTube', title: null } }])).toBe(
      '<figure data-embed="YouTube"><a href="https://www.youtube.com/watch?v=1&amp;t=2" rel="external">' +
        'https://www.youtube.com/watch?v=1&amp;t=2</a><figcaption>YouTube</figcaption></figure>',
    );
  });
});

describe('a picture', () => {
  const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const picture: Picture = {
    alt: 'A "ship" at sea',
    caption: 'The ship',
    credit: 'Ann <Own>',
    width: 1200,
    height: 800,
    sources: [
      {
        type: 'image/avif',
        srcset: [
          { url: '/media/a-480.avif', width: 480 },
          { url: '/media/a-960.avif', width: 960 },
        ],
      },
      { type: 'image/webp', srcset: [{ url: '/media/a-480.webp', width: 480 }] },
    ],
    fallback: '/media/a-960.jpg',
    focus: { x: 5, y: 5 },
  };
  const block = (attrs: Partial<Record<'alt' | 'caption' | 'credit', string>>): Block => ({
    type: 'image',
    attrs: { assetId, alt: null, caption: null, credit: null, ...attrs },
  });

  test('comes with its formats, size, caption and credit', () => {
    expect(html([block({})], { pictures: new Map([[assetId, picture]]) })).toBe(
      '<figure data-picture><picture>' +
        '<source type="image/avif" srcset="/media/a-480.avif 480w, /media/a-960.avif 960w" sizes="(min-width: 48rem) 44rem, 100vw">' +
        '<source type="image/webp" srcset="/media/a-480.webp 480w" sizes="(min-width: 48rem) 44rem, 100vw">' +
        '<img src="/media/a-960.jpg" alt="A &quot;ship&quot; at sea" width="1200" height="800" loading="lazy" decoding="async">' +
        '</picture><figcaption>The ship <small>Ann &lt;Own&gt;</small></figcaption></figure>',
    );
  });

  test('takes the words of the story before its own', () => {
    const out = html([block({ alt: '', caption: 'Here' })], { pictures: new Map([[assetId, picture]]) });
    expect(out).toContain('alt=""');
    expect(out).toContain('<figcaption>Here <small>');
  });

  test('that is gone leaves nothing behind', () => {
    expect(html([block({ caption: 'Here' }), words('after')])).toBe('<p>after</p>');
  });
});

function parse(body: BodyDocument): Root {
  return fromHtml(renderBody(bodyDocument.parse(body)).html, { fragment: true });
}

function* elements(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elements(child);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** What a reader should see of the JSON: every text, and an embed's title and provider. */
function shownText(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownText).join('');
  const node = value as { type: string; text?: string; attrs?: Record<string, string>; content?: unknown };
  if (node.type === 'embed') return (node.attrs?.title || node.attrs?.url || '') + node.attrs?.provider;
  return (node.text ?? '') + shownText(node.content ?? []);
}
