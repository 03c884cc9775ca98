import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { headingAnchors } from './anchors.ts';
import { blocksBelow, type Scope } from './hast-blocks.ts';
import { levelHeadings } from './hast-heading.ts';
import { allBlocks } from './model.ts';
import type { Block, BodyDocument, Inline, Mark } from './schema.ts';
import { guarded, validBody } from './valid-body.ts';

export interface ForeignPage {
  /** The address that relative links of the copy belong to. */
  pageUrl?: string;
}

/**
 * Foreign HTML as a body. Scripts and styles are dropped, frames and pictures of other sites become embeds, layout is
 * unwrapped, links are made absolute, heading levels step down one at a time from 2. Throws `UnreadableBody`.
 */
export function bodyFromHtml(html: string, page: ForeignPage = {}): BodyDocument {
  return guarded(() => bodyFromHast(fromHtml(html, { fragment: true }), page));
}

/** The same from a parsed tree. */
export function bodyFromHast(tree: Nodes, { pageUrl }: ForeignPage = {}): BodyDocument {
  return guarded(() => {
    const scope: Scope = { marks: [], depth: 0, pageUrl, headingsById: new Map() };
    const blocks = blocksBelow(tree, scope);
    levelHeadings(allBlocks(blocks));
    return validBody(leadLinksToHeadings(blocks, scope.headingsById));
  });
}

/** Links within the page (`#part`) lead to our ids of the same headings; those that lead nowhere are plain words. */
function leadLinksToHeadings(blocks: Block[], headingsById: ReadonlyMap<string, Block>): Block[] {
  const anchors = headingAnchors({ type: 'doc', content: blocks });
  for (const block of allBlocks(blocks)) {
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    for (const node of block.content ?? []) settleMarks(node, (id) => anchors.get(headingsById.get(id) ?? block));
  }
  return blocks;
}

function settleMarks(node: Inline, anchorOf: (id: string) => string | undefined): void {
  const marks = node.marks?.flatMap((mark): Mark[] => {
    if (mark.type !== 'link' || !mark.attrs.href.startsWith('#')) return [mark];
    const anchor = anchorOf(decoded(mark.attrs.href.slice(1)));
    return anchor ? [{ type: 'link', attrs: { href: `#${anchor}` } }] : [];
  });
  if (marks?.length) node.marks = marks;
  else delete node.marks;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
