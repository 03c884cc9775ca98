import { type Editor, Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';

interface Arrival {
  readonly files: readonly File[];
  readonly at: number;
}

/** Where each file that came in belongs; the places move with the words while the files are on their way. */
const places = new PluginKey<ReadonlyMap<File, number>>('pictureFiles');

/**
 * Hands on the files that are dropped among the words, or pasted where there is nothing else to paste: a word processor
 * puts a picture of the words beside them. `placePicture` later puts what became of a file where it was dropped.
 */
export function pictureFiles(take: (files: readonly File[]) => void) {
  const arrive = (view: EditorView, files: readonly File[], at: number): boolean => {
    if (files.length === 0 || !view.editable) return false;
    view.dispatch(view.state.tr.setMeta(places, { files, at } satisfies Arrival));
    take(files);
    return true;
  };
  return Extension.create({
    name: 'pictureFiles',
    priority: 300,
    addProseMirrorPlugins: () => [
      new Plugin<ReadonlyMap<File, number>>({
        key: places,
        state: {
          init: () => new Map(),
          apply(transaction, before) {
            const moved = [...before].map(([file, at]) => [file, transaction.mapping.map(at)] as const);
            const arrival = transaction.getMeta(places) as Arrival | undefined;
            return new Map([...moved, ...(arrival?.files ?? []).map((file) => [file, arrival?.at ?? 0] as const)]);
          },
        },
        view: stayOnPage,
        props: {
          handleDrop(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return arrive(view, [...(event.dataTransfer?.files ?? [])], at?.pos ?? view.state.doc.content.size);
          },
          handlePaste(view, event) {
            if (event.clipboardData?.getData('text/plain')) return false;
            return arrive(view, [...(event.clipboardData?.files ?? [])], view.state.selection.to);
          },
        },
      }),
    ],
  });
}

/** A file that is dropped beside the words is not opened in place of the page. */
function stayOnPage(): { destroy: () => void } {
  const stay = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  window.addEventListener('dragover', stay);
  window.addEventListener('drop', stay);
  return {
    destroy() {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    },
  };
}

/** Puts a picture where its file was dropped, and leaves the cursor where somebody writes meanwhile. */
export function placePicture(editor: Editor, file: File, assetId: string): void {
  const { state, view } = editor;
  const at = places.getState(state)?.get(file) ?? state.selection.to;
  const picture = editor.schema.nodeFromJSON({ type: 'image', attrs: { assetId } });
  const between = dropPoint(state.doc, at, new Slice(Fragment.from(picture), 0, 0)) ?? state.doc.content.size;
  view.dispatch(state.tr.insert(between, picture));
}
