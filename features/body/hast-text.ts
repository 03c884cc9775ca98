import type { Element, Nodes } from 'hast';

/** Everything written below a node, as it is written. */
export function hastText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(hastText).join('') : '';
}

/** An attribute as a string, or undefined where it is absent or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
  return text.trim() || undefined;
}

/** The elements of one name among a node's descendants, in order. */
export function descendants(node: Nodes, ...names: string[]): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    const own = child.type === 'element' && names.includes(child.tagName) ? [child] : [];
    return [...own, ...descendants(child, ...names)];
  });
}
