import type { Element } from 'hast';
import { attribute } from './hast-text.ts';
import { resolveHref } from './href.ts';
import type { Mark } from './schema.ts';

const markOf: Record<string, Exclude<Mark['type'], 'link'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};

/** The marks inside an element: those around it, what its name adds, and what word processors write as its style. */
export function marksInside(element: Element, around: readonly Mark[], pageUrl?: string): readonly Mark[] {
  const style = attribute(element, 'style') ?? '';
  const name = markOf[element.tagName];
  if (name === 'bold' && /font-weight:\s*(normal|[1-4]00)/.test(style)) return around;
  let marks = name ? withMark(around, { type: name }) : around;
  if (element.tagName === 'a') marks = withLink(element, marks, pageUrl);
  if (element.tagName !== 'span') return marks;
  if (/font-weight:\s*(bold|[6-9]00)/.test(style)) marks = withMark(marks, { type: 'bold' });
  if (/font-style:\s*italic/.test(style)) marks = withMark(marks, { type: 'italic' });
  return marks;
}

function withLink(element: Element, marks: readonly Mark[], pageUrl?: string): readonly Mark[] {
  const href = resolveHref(attribute(element, 'href') ?? '', pageUrl);
  return href ? withMark(marks, { type: 'link', attrs: { href } }) : marks;
}

/** A mark inside its like replaces it, as an inner link does. */
function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark];
}
