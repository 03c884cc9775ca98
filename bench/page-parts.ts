import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

export interface PageParts {
  readonly sheets: readonly string[];
  readonly scripts: readonly string[];
  /** Fonts that the page asks for before any style sheet does. */
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
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
  };
}

/** What a browser that runs scripts makes of the markup: nothing of what stands in a `noscript`. */
function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') {
    if (node.tagName === 'noscript') return;
    yield node;
  }
  if ('children' in node) for (const child of node.children) yield* elementsOf(child as Nodes);
}

const present = (links: readonly (string | undefined)[]): string[] => links.filter((link) => link !== undefined);
const relation = (link: Element): string[] =>
  Array.isArray(link.properties.rel) ? link.properties.rel.map(String) : [];

function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
