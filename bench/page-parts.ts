import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

export interface PageParts {
  readonly sheets: readonly string[];
  readonly scripts: readonly string[];
  /** Fonts that the page asks for before any style sheet does. */
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
  /** All characters that the page may show. */
  readonly text: string;
}

/** What a page has a browser load at once, as its markup names it. */
export function pageParts(html: string): PageParts {
  const elements = [...elementsOf(fromHtml(html))];
  const links = elements.filter(({ tagName }) => tagName === 'link');
  const hrefs = (wanted: (link: Element) => boolean) => links.filter(wanted).map((link) => attribute(link, 'href'));
  const sources = (name: string) =>
    elements.filter(({ tagName }) => tagName === name).map((element) => attribute(element, 'src'));
  const isPreload = (link: Element, what: string) =>
    relation(link).includes('preload') && attribute(link, 'as') === what;
  return {
    sheets: present(hrefs((link) => relation(link).includes('stylesheet') || isPreload(link, 'style'))),
    scripts: present([
      ...sources('script'),
      ...hrefs((link) => relation(link).includes('modulepreload') || isPreload(link, 'script')),
    ]),
    fonts: present(hrefs((link) => isPreload(link, 'font'))),
    pictures: present(sources('img')),
    text: [...textsOf(fromHtml(html))].join(''),
  };
}

export interface FontFace {
  readonly url: string;
  /** As CSS has it, such as `U+0-FF, U+131`; without one, every character. */
  readonly range: string | null;
}

/** The font files of a style sheet. */
export function fontFaces(css: string): FontFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const url = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(rule)?.[1];
    if (!url || url.startsWith('data:')) return [];
    return { url, range: /unicode-range\s*:\s*([^;]+)/i.exec(rule)?.[1] ?? null };
  });
}

/** Whether a character lies in a `unicode-range` (CSS Fonts 4, 4.5). */
export function characterRange(range: string | null): (character: string) => boolean {
  if (range === null) return () => true;
  const spans = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const;
  });
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([first, last]) => code >= first && code <= last);
  };
}

function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elementsOf(child as Nodes);
}

function* textsOf(node: Nodes): Generator<string> {
  if (node.type === 'text') yield node.value;
  if (node.type === 'element' && hidden.has(node.tagName)) return;
  if ('children' in node) for (const child of node.children) yield* textsOf(child as Nodes);
}

const hidden = new Set(['script', 'style', 'head', 'template']);

const present = (links: readonly (string | undefined)[]): string[] => links.filter((link) => link !== undefined);
const relation = (link: Element): string[] =>
  Array.isArray(link.properties.rel) ? link.properties.rel.map(String) : [];

function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
