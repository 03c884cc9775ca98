import type { Heading, Nodes, Paragraph, Root } from 'mdast';

/**
 * Takes kramdown's attribute lists (`{#id}`, `{: .class}`) off the ends of headings and paragraphs, and keeps an id.
 * Changes the tree given.
 */
export function takeAttributeLists(tree: Root): void {
  for (const node of headingsAndParagraphs(tree)) {
    const last = node.children.at(-1);
    if (last?.type !== 'text') continue;
    const list = last.value.match(/\s*\{(?::[^{}]*|:?\s*#[^{}\s]+[^{}]*)\}\s*$/)?.[0];
    if (list === undefined) continue;
    last.value = last.value.slice(0, -list.length);
    const id = list.match(/#([^\s{}.]+)/)?.[1];
    if (id) node.data = { ...node.data, hProperties: { id } };
  }
}

function* headingsAndParagraphs(node: Nodes): Generator<Heading | Paragraph> {
  if (node.type === 'heading' || node.type === 'paragraph') yield node;
  else if ('children' in node) for (const child of node.children) yield* headingsAndParagraphs(child);
}
