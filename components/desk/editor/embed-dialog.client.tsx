'use client';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { readEmbed } from '#features/draft/model-body.ts';
import { say } from '#lib/desk-words.ts';

/** Asks for the address of something on another site that the story is to show a link to. */
export function EmbedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  function insert(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const embed = readEmbed(address);
    if (!embed) return setError(say('editor.embed.bad'));
    editor.commands.insertEmbed({ ...embed, title: title.trim() || null });
    onClose();
    return void requestAnimationFrame(() => editor.commands.focus());
  }
  return (
    <Dialog title={say('editor.embed.title')} text={say('editor.embed.text')} open onOpenChange={onClose}>
      <form onSubmit={insert} className="grid gap-3">
        <Field
          label={say('editor.embed.address')}
          error={error}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          inputMode="url"
          autoComplete="off"
          autoFocus
          required
        />
        <Field
          label={say('editor.embed.name')}
          hint={say('editor.embed.nameHint')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={500}
        />
        <div className="dialog-foot">
          <Button type="submit" look="primary">
            {say('editor.embed.insert')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
