import { raw } from 'hast-util-raw';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { bodyFromHast, type ForeignPage } from './from-html.ts';
import { takeAttributeLists } from './markdown-attributes.ts';
import { refuseCostlyMarkdown } from './markdown-cost.ts';
import { repairMarkdown } from './markdown-repairs.ts';
import { resolveShortcodes } from './markdown-shortcodes.ts';
import type { BodyDocument } from './schema.ts';
import { guarded } from './valid-body.ts';

/**
 * Markdown (CommonMark, GitHub's tables, footnotes and strike-through, HTML inside) as a body; kramdown's attribute lists
 * and the shortcodes of Hugo and Jekyll are understood or dropped. Four spaces do not make code: in stories they are
 * nearly always the indent of some lost markup. Throws `UnreadableBody`.
 */
export function bodyFromMarkdown(markdown: string, page: ForeignPage = {}): BodyDocument {
  return guarded(() => {
    refuseCostlyMarkdown(markdown);
    const source = repairMarkdown(resolveShortcodes(markdown.replace(/\r\n?/g, '\n')));
    const tree = fromMarkdown(source, {
      extensions: [gfm(), { disable: { null: ['codeIndented'] } }],
      mdastExtensions: [gfmFromMarkdown()],
    });
    takeAttributeLists(tree);
    return bodyFromHast(raw(toHast(tree, { allowDangerousHtml: true })), page);
  });
}
