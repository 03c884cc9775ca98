import {
  Bold,
  Code,
  Heading2,
  Heading3,
  Heading4,
  Image,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  Redo2,
  RemoveFormatting,
  SquareCode,
  SquarePlay,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TextQuote,
  Undo2,
} from 'lucide-react';

const drawings = {
  paragraph: Pilcrow,
  heading2: Heading2,
  heading3: Heading3,
  heading4: Heading4,
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  link: Link2,
  bulletList: List,
  orderedList: ListOrdered,
  blockquote: TextQuote,
  picture: Image,
  embed: SquarePlay,
  table: Table,
  rule: Minus,
  codeBlock: SquareCode,
  code: Code,
  superscript: Superscript,
  subscript: Subscript,
  clear: RemoveFormatting,
  undo: Undo2,
  redo: Redo2,
} as const satisfies Record<string, LucideIcon>;

export type ToolName = keyof typeof drawings;

/** The drawing of a tool; the button around it has the name. */
export function ToolIcon({ name }: { name: ToolName }) {
  const Drawing = drawings[name];
  return <Drawing size={17} strokeWidth={1.75} aria-hidden="true" />;
}
