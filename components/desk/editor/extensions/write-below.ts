import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * What is typed while a picture, an embed or a rule is selected goes below it, and does not take its place: by a key, by a
 * phone's keyboard, which says only what it is about to put in, and by what composes letters.
 */
export const WriteBelow = Extension.create({
  name: 'writeBelow',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, _from, _to, text) => writeBelow(view, text),
        handleDOMEvents: {
          beforeinput(view, event) {
            if (!typed.has(event.inputType) || !writeBelow(view, event.data ?? '')) return false;
            event.preventDefault();
            return true;
          },
          compositionstart: (view) => void writeBelow(view, ''),
        },
      },
    }),
  ],
});

/** The kinds of input (Input Events Level 2) that come of a key and can be taken over. */
const typed = new Set(['insertText', 'insertParagraph', 'insertLineBreak']);

/** Puts a paragraph below the selected block, with the cursor behind its text; false where no such block is selected. */
function writeBelow(view: EditorView, text: string): boolean {
  const { selection, schema, tr } = view.state;
  if (!(selection instanceof NodeSelection && selection.node.isBlock && selection.node.isAtom)) return false;
  const paragraph = schema.node('paragraph', null, text === '' ? [] : schema.text(text));
  tr.insert(selection.to, paragraph);
  tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
  view.dispatch(tr.scrollIntoView());
  return true;
}
