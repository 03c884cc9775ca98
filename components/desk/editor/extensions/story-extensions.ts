import type { Extensions } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { isLinkHref } from '#features/draft/model-body.ts';
import { CodeMark } from './code-mark.ts';
import { EmbedBlock } from './embed-block.ts';
import { ImageBlock } from './image-block.ts';

/** The nodes and marks of features/body/schema.ts, and no others. How pictures and embeds look is added by the editor. */
export const storyExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: false,
    code: false,
    underline: false,
    // An imported story must come out as it went in: nothing is added to its end.
    trailingNode: false,
  }),
  // What is typed behind a link is no part of it.
  Link.extend({ inclusive: false }).configure({
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (href) => isLinkHref(href),
    HTMLAttributes: { target: null, rel: null },
  }),
  CodeMark,
  Superscript,
  Subscript,
  TableKit.configure({ table: { resizable: false } }),
];

/** The same with pictures and embeds drawn by nothing but their markup. */
export const storySchema: Extensions = [...storyExtensions, ImageBlock, EmbedBlock];
