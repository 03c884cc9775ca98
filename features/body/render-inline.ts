import { attributes, escapeHtml } from '#lib/html.ts';
import type { Inline, Mark } from './schema.ts';

/** From the outside in: one link around bold and plain words is one `<a>`. */
const nesting: readonly Mark['type'][] = ['link', 'bold', 'italic', 'strike', 'superscript', 'subscript', 'code'];

/** A line of text with its marks as HTML; neighbours that share a mark share its element. */
export function renderInline(content: readonly Inline[], siteUrl?: string): string {
  const marked = content.map((node) => ({ node, marks: sorted(node.marks ?? []) }));
  return renderRun(marked, 0, siteUrl);
}

interface Marked {
  node: Inline;
  marks: readonly Mark[];
}

function renderRun(run: readonly Marked[], depth: number, siteUrl: string | undefined): string {
  let html = '';
  for (let start = 0; start < run.length; ) {
    const first = run[start] as Marked;
    const mark = first.marks[depth];
    let end = start + 1;
    while (mark && end < run.length && isSameMark(run[end]?.marks[depth], mark)) end += 1;
    html += mark ? wrap(mark, renderRun(run.slice(start, end), depth + 1, siteUrl), siteUrl) : renderLeaf(first.node);
    start = end;
  }
  return html;
}

function renderLeaf(node: Inline): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.text);
    case 'hardBreak':
      return '<br>';
    default:
      return node satisfies never;
  }
}

function wrap(mark: Mark, html: string, siteUrl: string | undefined): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${html}</strong>`;
    case 'italic':
      return `<em>${html}</em>`;
    case 'code':
      return `<code>${html}</code>`;
    case 'strike':
      return `<s>${html}</s>`;
    case 'superscript':
      return `<sup>${html}</sup>`;
    case 'subscript':
      return `<sub>${html}</sub>`;
    case 'link':
      return `<a${attributes({ href: mark.attrs.href, rel: linkRelation(mark.attrs.href, siteUrl) })}>${html}</a>`;
    default:
      return mark satisfies never;
  }
}

/**
 * `external` for a link that leaves the site. Links open in the same tab, so `noopener` has nothing to guard, and
 * no `noreferrer` or `nofollow`: a source that a story names may know who sends its readers.
 */
export function linkRelation(href: string, siteUrl?: string): 'external' | undefined {
  if (!/^https?:/i.test(href)) return undefined;
  return siteUrl && new URL(href).host === new URL(siteUrl).host ? undefined : 'external';
}

function sorted(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((one, other) => nesting.indexOf(one.type) - nesting.indexOf(other.type));
}

function isSameMark(one: Mark | undefined, other: Mark): boolean {
  if (one?.type === 'link' && other.type === 'link') return one.attrs.href === other.attrs.href;
  return one?.type === other.type;
}
