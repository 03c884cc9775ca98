import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { pasteForeign } from '../paste.ts';

/** What is pasted from elsewhere comes in as clean blocks. */
export const PasteForeign = Extension.create({
  name: 'pasteForeign',
  priority: 200,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [new Plugin({ props: { handlePaste: (_view, event) => pasteForeign(editor, event.clipboardData) } })];
  },
});
