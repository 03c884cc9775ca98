import type { ChainedCommands, Editor } from '@tiptap/core';
import type { ToolName } from './tool-icon.tsx';

export interface Tool {
  readonly name: ToolName;
  /** As the platform's own keys are written: `Mod` is Ctrl or Cmd. */
  readonly keys?: string;
  /** Whether what is selected has it already; without one, the tool is no switch. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
  /** False where it can do nothing now. */
  readonly can?: (editor: Editor) => boolean;
}

const mark = (name: ToolName, keys: string): Tool => ({
  name,
  keys,
  isOn: (editor) => editor.isActive(name),
  run: (chain) => chain.toggleMark(name, undefined, { extendEmptyMarkRange: true }),
});

const heading = (name: ToolName, level: 2 | 3 | 4): Tool => ({
  name,
  keys: `Mod Alt ${level}`,
  isOn: (editor) => editor.isActive('heading', { level }),
  run: (chain) => chain.toggleHeading({ level }),
});

/** The tools that need nothing more than a press, in groups as the bar shows them. */
export const tools: readonly (readonly Tool[])[] = [
  [
    {
      name: 'undo',
      keys: 'Mod Z',
      run: (chain) => chain.undo(),
      can: (editor) => editor.can().undo(),
    },
    {
      name: 'redo',
      keys: 'Mod Shift Z',
      run: (chain) => chain.redo(),
      can: (editor) => editor.can().redo(),
    },
  ],
  [heading('heading2', 2), heading('heading3', 3), heading('heading4', 4)],
  [mark('bold', 'Mod B'), mark('italic', 'Mod I'), mark('strike', 'Mod Shift S')],
  [
    {
      name: 'bulletList',
      keys: 'Mod Shift 8',
      isOn: (editor) => editor.isActive('bulletList'),
      run: (chain) => chain.toggleBulletList(),
    },
    {
      name: 'orderedList',
      keys: 'Mod Shift 7',
      isOn: (editor) => editor.isActive('orderedList'),
      run: (chain) => chain.toggleOrderedList(),
    },
    {
      name: 'blockquote',
      keys: 'Mod Shift B',
      isOn: (editor) => editor.isActive('blockquote'),
      run: (chain) => chain.toggleBlockquote(),
    },
  ],
  [
    {
      name: 'table',
      isOn: (editor) => editor.isActive('table'),
      run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      can: (editor) => !editor.isActive('table'),
    },
    { name: 'rule', run: (chain) => chain.setHorizontalRule() },
    {
      name: 'codeBlock',
      keys: 'Mod Alt C',
      isOn: (editor) => editor.isActive('codeBlock'),
      run: (chain) => chain.toggleCodeBlock(),
    },
  ],
  [
    mark('superscript', 'Mod .'),
    mark('subscript', 'Mod ,'),
    mark('code', 'Mod E'),
    { name: 'clear', run: (chain) => chain.unsetAllMarks() },
  ],
];

/** What can be done with the table that the cursor is in. */
export const tableTools = {
  rowAfter: (chain: ChainedCommands) => chain.addRowAfter(),
  columnAfter: (chain: ChainedCommands) => chain.addColumnAfter(),
  headerRow: (chain: ChainedCommands) => chain.toggleHeaderRow(),
  mergeOrSplit: (chain: ChainedCommands) => chain.mergeOrSplit(),
  deleteRow: (chain: ChainedCommands) => chain.deleteRow(),
  deleteColumn: (chain: ChainedCommands) => chain.deleteColumn(),
  deleteTable: (chain: ChainedCommands) => chain.deleteTable(),
} as const;

export type TableToolName = keyof typeof tableTools;
