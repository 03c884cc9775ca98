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
  const next = new Map<string, number>();
  for (const block of allBlocks(body.content)) {
    if (block.type !== 'heading') continue;
    const words = `h-${slugify(inlineText(block.content), { fallback: 'heading' })}`;
    let anchor = words;
    let number = next.get(words) ?? 2;
    for (; taken.has(anchor); number += 1) anchor = withSuffix(words, number, Number.POSITIVE_INFINITY);
    // The next heading of these words goes on from here: to begin anew each time takes minutes for a hostile body.
    next.set(words, number);
    taken.add(anchor);
    anchors.set(block, anchor);
  }
  return anchors;
}
