'use client';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { readLink } from '#features/draft/model-body.ts';
import { say } from '#lib/desk-words.ts';

/** Asks where the selected words are to lead; without a selection, the address itself becomes the words. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before: string = editor.getAttributes('link').href ?? '';
  const [address, setAddress] = useState(before);
  const [error, setError] = useState<string>();
  const close = () => {
    onClose();
    requestAnimationFrame(() => editor.commands.focus());
  };
  function save(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const href = readLink(address);
    if (!href) return setError(say('editor.link.bad'));
    linkTo(editor, href);
    return close();
  }
  function remove() {
    editor.chain().extendMarkRange('link').unsetLink().run();
    close();
  }
  return (
    <Dialog title={say(before ? 'editor.link.change' : 'editor.link.title')} open onOpenChange={close}>
      <form onSubmit={save} className="grid gap-3">
        <Field
          label={say('editor.link.address')}
          hint={say('editor.link.hint')}
          error={error}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          inputMode="url"
          autoComplete="off"
          autoFocus
          required
        />
        <div className="dialog-foot">
          {before && <Button onClick={remove}>{say('editor.link.remove')}</Button>}
          <Button type="submit" look="primary">
            {say('editor.link.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function linkTo(editor: Editor, href: string): void {
  const mark = { type: 'link', attrs: { href } };
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor.commands.insertContent([{ type: 'text', text: href, marks: [mark] }]);
  } else editor.chain().extendMarkRange('link').setLink({ href }).run();
}
