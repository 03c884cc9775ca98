import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { stripNextScripts } from './strip-next-scripts.ts';

describe('what goes', () => {
  test.each([
    ['an external script', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    [
      'flight data that holds markup',
      String.raw`<script>self.__next_f.push([1,"<p>\u003c/script> <!-- <b>"])</script>`,
    ],
    ['a script preload', '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>'],
    ['a module preload', "<link href='/_next/a.js' rel='modulepreload'>"],
    ['a script in capitals with an odd end', '<SCRIPT\nSRC=x>a</ScRiPt\t>'],
    ['a doubly escaped script', '<script><!-- <script> </script> --></script>'],
    ['the separator between texts', '<!-- -->'],
    ['a boundary', '<!--$--><!--/$-->'],
    ['the empty place of streamed metadata', '<div hidden=""><!--$--><!--/$--></div>'],
  ])('%s', (_name, markup) => {
    expect(stripNextScripts(`<p>a</p>${markup}<p>b</p>`)).toBe('<p>a</p><p>b</p>');
  });

  test('a script after a comment that ends in an old way', () => {
    expect(stripNextScripts('<!-- a --!><script>x</script><!---><script>y</script>')).toBe('<!-- a --!><!--->');
  });

  test('the empty action of a form, and nothing else of it', () => {
    const form = (action: string) => `<p>a</p><!-- --><form class="b"${action} method="POST"><input/></form>`;
    expect(stripNextScripts(form(' action=""'))).toBe(form('').replace('<!-- -->', ''));
  });

  test('a script that never ends takes the rest of the page with it', () => {
    expect(stripNextScripts('<p>a</p><script>x</p>')).toBe('<p>a</p>');
  });
});

describe('what stays', () => {
  test.each([
    ['JSON-LD', String.raw`<script type="application/ld+json">{"a":"\u003c/script>"}</script>`],
    ['an island', '<script type="module" src="/assets/island.js" data-island="vote" async=""></script>'],
    ['the preload of an island', '<link rel="modulepreload" href="/assets/island.js" data-island="">'],
    [
      'other preloads',
      '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/><link rel="stylesheet" href="/a.css">',
    ],
    ['escaped text', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a script tag in an attribute', '<a title="<script>alert(1)</script>" data-x=\'<!-- -->\'>x</a>'],
    ['a script tag in a style', '<style>a::before{content:"<script>x</script><!-- -->"}</style>'],
    ['a script tag in a title and a textarea', '<title><script>x</title><textarea><script>y</script></textarea>'],
    ['a comment of ours', '<!-- built by <script> --><!-->-->'],
    ['an element whose name begins like script', '<script-x><scripty>a</scripty></script-x>'],
    ['the address of a form', '<form title="of action=&quot;&quot;" action="/search"></form>'],
    ['a lesser-than sign', '<p>1 < 2 <3 <</p>'],
    ['a tag that never ends', '<p>a</p><a title="<script>x</script>'],
  ])('%s', (_name, markup) => {
    expect(stripNextScripts(markup)).toBe(markup);
  });
});

test('removing never joins two harmless pieces into a tag or an entity', () => {
  expect(stripNextScripts('<<!-- -->script>alert(1)')).toBe('<<!---->script>alert(1)');
  expect(stripNextScripts('<<script>x</script>img onerror=x>')).toBe('<<!---->img onerror=x>');
  expect(stripNextScripts('&l<!-- -->t;')).toBe('&l<!---->t;');
});

const piece = fc.oneof(
  fc.constantFrom(
    '<script>',
    '</script>',
    '<script src=a>',
    '<script type="application/ld+json">',
    '<script data-island>',
    '<!--',
    '-->',
    '<!-- -->',
    '<!--$-->',
    '<!-->',
    '<link rel=preload as=script>',
    '<link rel="stylesheet preload">',
    '<p>',
    '</p>',
    '<b title="',
    '"',
    "'",
    '<style>',
    '</style>',
    '<textarea>',
    '</textarea>',
    '<title>',
    '</title>',
    '<',
    '>',
    '/',
    '=',
    '&',
    '&lt;',
    'script',
    'a',
    ' ',
    '<i x=',
    '<!x',
    '</',
    '--!>',
  ),
  fc.string({ maxLength: 4 }),
);
const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => `<!doctype html><body>${pieces.join('')}`);

test('stripping twice is stripping once', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const once = stripNextScripts(html);
      expect(stripNextScripts(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('to a real HTML parser, the page without scripts is the page with its scripts taken out', () => {
  fc.assert(
    fc.property(soup, (html) => {
      expect(outline(stripNextScripts(html))).toEqual(outline(html));
    }),
    { numRuns: 2000 },
  );
});

/** The tree as a reader has it: nested lists of names and texts, without what is to be removed and without comments. */
function outline(html: string): unknown[] {
  return children(fromHtml(html));
}

type Parent = { children: ReturnType<typeof fromHtml>['children'] };

function children(parent: Parent): unknown[] {
  const result: unknown[] = [];
  for (const node of parent.children) {
    if (node.type === 'text') {
      const last = result.at(-1);
      if (typeof last === 'string') result[result.length - 1] = last + node.value;
      else result.push(node.value);
    } else if (node.type === 'element' && !removable(node)) {
      result.push([node.tagName, Object.keys(node.properties).sort(), ...children(node)]);
    }
  }
  return result;
}

function removable(node: { tagName: string; properties: Record<string, unknown> }): boolean {
  const { type, dataIsland, rel, as } = node.properties;
  if (dataIsland !== undefined) return false;
  if (node.tagName === 'script') return String(type).trim().toLowerCase() !== 'application/ld+json';
  const relations = [rel].flat().map(String);
  return (
    node.tagName === 'link' &&
    (relations.includes('modulepreload') || (relations.includes('preload') && as === 'script'))
  );
}
