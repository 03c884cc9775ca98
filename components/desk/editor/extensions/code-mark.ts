import { Mark, markInputRule } from '@tiptap/core';

/** Code in a line. Unlike the kit's own it may stand inside a link or bold words, as it does in stories. */
export const CodeMark = Mark.create({
  name: 'code',
  excludes: '',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }, { tag: 'kbd' }, { tag: 'samp' }],
  renderHTML: () => ['code', 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`(?!\s+`)((?:[^`]+))`(?!\s+`))$/, type: this.type })];
  },
});
