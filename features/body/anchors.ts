import { slugify, withSuffix } from '#features/article/slug.ts';
import { allBlocks, inlineText } from './model.ts';
import type { Block, BodyDocument } from './schema.ts';

/**
 * The id of each heading, made of its words so that a link to it survives edits elsewhere: `h-why-it-matters`, and
 * `h-why-it-matters-2` for the next heading of the same words. The prefix keeps them apart from the page's own ids.
 */
export function headingAnchors(body: BodyDocument): Map<Block, string> {
  const anchors = new Map<Block, string>();
  const taken = new Set<string>();
  for (const block of allBlocks(body.content)) {
    if (block.type !== 'heading') continue;
    const words = `h-${slugify(inlineText(block.content), { fallback: 'heading' })}`;
    let anchor = words;
    for (let number = 2; taken.has(anchor); number += 1) anchor = withSuffix(words, number, Number.POSITIVE_INFINITY);
    taken.add(anchor);
    anchors.set(block, anchor);
  }
  return anchors;
}
