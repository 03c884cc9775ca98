import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { toast } from '#components/ui/toast.client.tsx';
import { overlongWord } from '#features/body/model-limits.ts';
import { say } from '#lib/desk-words.ts';
import { pasteForeign } from '../paste.ts';

/** What is pasted from elsewhere comes in as clean blocks; what no browser could set does not come in at all. */
export const PasteForeign = Extension.create({
  name: 'pasteForeign',
  priority: 200,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (_view, { clipboardData }) =>
            refuseOverlong(clipboardData) || pasteForeign(editor, clipboardData),
          handleDrop: (_view, { dataTransfer }) => refuseOverlong(dataTransfer),
        },
      }),
    ];
  },
});

function refuseOverlong(data: DataTransfer | null): boolean {
  const problem = overlongWord(data?.getData('text/plain') ?? '');
  if (problem) toast.failed(say('editor.overlongPaste'));
  return problem !== null;
}
