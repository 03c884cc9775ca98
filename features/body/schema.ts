import { z } from 'zod';
import { linkHref, webAddress } from './href.ts';
import { hasSaneGrid, tooLarge } from './model-limits.ts';

/**
 * The body of a story: JSON of the shape that ProseMirror and Tiptap 3 read and write, so that an editor opens it as it is.
 * What only an editor wants (a link's `target`, a cell's `colwidth`) is dropped by parsing. Tiptap's `code` mark must be
 * configured with `excludes: ''`, since code inside a link is kept here.
 */

/** Text that a database, a feed and a page can all carry: well-formed Unicode without control characters. */
const cleanText = z.string().refine(isClean, 'The text contains a control character or half of a character.');
const line = cleanText.max(2000, 'A line of text is longer than 2,000 characters.');

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('strike') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('subscript') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: linkHref }) }),
]);

const marks = z.array(mark).refine(haveNoTwin, 'One piece of text bears the same mark twice.').optional();

const inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: cleanText.min(1, 'A piece of text is empty.'), marks }),
  z.object({ type: z.literal('hardBreak'), marks }),
]);

const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() });

/** The headline is the page's level 1, so a body's headings begin at 2. */
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: z.array(inline).optional(),
});

const blockquote = z.object({
  type: z.literal('blockquote'),
  get content() {
    return z.array(block).min(1);
  },
});

/** An item begins with a paragraph, which may be empty: the editor's own rule. */
const listItem = z.object({
  type: z.literal('listItem'),
  get content() {
    return z.tuple([paragraph], block);
  },
});

const bulletList = z.object({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });

const orderedList = z.object({
  type: z.literal('orderedList'),
  attrs: z
    .object({ start: z.int().min(0).max(1_000_000, 'A numbered list begins at 1,000,000 at most.').default(1) })
    .default({ start: 1 }),
  content: z.array(listItem).min(1),
});

/** A picture of our own. A null means: as the asset itself says. */
const image = z.object({
  type: z.literal('image'),
  attrs: z.object({
    assetId: z.uuid(),
    alt: line.nullable().default(null),
    caption: line.nullable().default(null),
    credit: line.nullable().default(null),
  }),
});

/** Something that stays elsewhere (a video, a post, a stranger's picture): shown as a link, never loaded from there. */
const embed = z.object({
  type: z.literal('embed'),
  attrs: z.object({ url: webAddress, provider: line.min(1), title: line.nullable().default(null) }),
});

const span = z
  .object({ colspan: z.int().min(1).max(1000).default(1), rowspan: z.int().min(1).max(65_534).default(1) })
  .default({ colspan: 1, rowspan: 1 });

const tableHeader = z.object({
  type: z.literal('tableHeader'),
  attrs: span,
  get content() {
    return z.array(block).min(1);
  },
});

const tableCell = z.object({
  type: z.literal('tableCell'),
  attrs: span,
  get content() {
    return z.array(block).min(1);
  },
});

const tableRow = z.object({
  type: z.literal('tableRow'),
  // An editor leaves the content of an empty row out: every cell of it may be covered by one above.
  content: z.array(z.discriminatedUnion('type', [tableHeader, tableCell])).default([]),
});

const table = z.object({
  type: z.literal('table'),
  get content() {
    return z.array(tableRow).min(1).refine(hasSaneGrid, 'A table has more than 20,000 places for cells.');
  },
});

const codeBlock = z.object({
  type: z.literal('codeBlock'),
  attrs: z.object({ language: line.nullable().default(null) }).default({ language: null }),
  content: z.array(z.object({ type: z.literal('text'), text: cleanText.min(1) })).optional(),
});

const horizontalRule = z.object({ type: z.literal('horizontalRule') });

const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  blockquote,
  bulletList,
  orderedList,
  image,
  embed,
  table,
  codeBlock,
  horizontalRule,
]);

/** Parses a body from anywhere: size and depth first, then every block, mark and attribute. */
export const bodyDocument = z
  .unknown()
  .superRefine((body, context) => {
    const message = tooLarge(body);
    if (message) context.addIssue({ code: 'custom', message });
  })
  .pipe(z.object({ type: z.literal('doc'), content: z.array(block).min(1, 'The story has no blocks.') }));

export type Mark = z.infer<typeof mark>;
export type Inline = z.infer<typeof inline>;
export type Block = z.infer<typeof block>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type Paragraph = z.infer<typeof paragraph>;
export type ListItem = z.infer<typeof listItem>;
export type TableRow = z.infer<typeof tableRow>;
export type TableCell = TableRow['content'][number];
export type BodyDocument = z.infer<typeof bodyDocument>;

function isClean(value: string): boolean {
  return value.isWellFormed() && !/[^\P{Cc}\t\n]/u.test(value);
}

function haveNoTwin(list: readonly { type: string }[]): boolean {
  return new Set(list.map(({ type }) => type)).size === list.length;
}
