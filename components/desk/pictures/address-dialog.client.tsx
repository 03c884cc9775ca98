'use client';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Field } from '#components/ui/field.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { sendAddress } from './ask-server.ts';

/** Asks for a web address, from which the server fetches the picture. */
export function AddressDialog({ onDone }: { onDone: (picture: LibraryPicture) => void }) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // In the tree of components it stands within other forms, though not on the page.
    event.stopPropagation();
    const address = String(new FormData(event.currentTarget).get('address') ?? '');
    if (pending) return;
    setError(undefined);
    start(async () => {
      const answer = await sendAddress(address);
      if (!answer.ok) return setError(answer.error.message);
      setOpen(false);
      onDone(answer.data);
    });
  };
  return (
    <Dialog
      title={say('media.address.title')}
      text={say('media.address.text')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setError(undefined);
      }}
      trigger={<Button>{say('media.address')}</Button>}
    >
      <form onSubmit={send} className="grid gap-3" noValidate>
        <Field label={say('media.address.label')} name="address" type="url" inputMode="url" error={error} autoFocus />
        <div className="dialog-foot">
          <Button type="submit" look="primary" aria-disabled={pending}>
            {say(pending ? 'media.address.pending' : 'media.address.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
