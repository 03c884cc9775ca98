'use client';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { AddressDialog } from './pictures/address-dialog.client.tsx';
import { PictureLabel } from './pictures/library-grid.tsx';
import { PictureThumb } from './pictures/picture-thumb.tsx';
import { UploadArea } from './pictures/upload-area.client.tsx';
import { useLibrary } from './pictures/use-library.ts';

interface PictureDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A picture was chosen, or came in by an upload; the dialog closes. It may not be ready to be shown yet. */
  readonly onChoose: (picture: LibraryPicture) => void;
  /** Where somebody goes on once a picture is chosen; null for where they came from. */
  readonly focusAfter?: (picture: LibraryPicture) => HTMLElement | null;
}

/** Where a picture is chosen from the library, or added to it right there. */
export function PictureDialog({ open, onOpenChange, onChoose, focusAfter }: PictureDialogProps) {
  const chosen = useRef<LibraryPicture>(null);
  const choose = (picture: LibraryPicture) => {
    chosen.current = picture;
    onChoose(picture);
    onOpenChange(false);
  };
  return (
    <Dialog
      title={say('media.choose')}
      width="wide"
      open={open}
      onOpenChange={(next) => {
        chosen.current = null;
        onOpenChange(next);
      }}
      focusAfter={() => (chosen.current && focusAfter?.(chosen.current)) || null}
    >
      <UploadArea single onDone={choose}>
        <AddressDialog onDone={choose} />
      </UploadArea>
      <Choices onChoose={choose} />
    </Dialog>
  );
}

function Choices({ onChoose }: { onChoose: (picture: LibraryPicture) => void }) {
  const [q, setQ] = useState('');
  const { shown, problem, readMore } = useLibrary(q.trim());
  return (
    <>
      <input
        type="search"
        className="input"
        aria-label={say('media.search')}
        placeholder={say('media.search')}
        maxLength={200}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {problem && <Notice tone="danger">{problem}</Notice>}
      {!(shown || problem) && (
        <p className="text-soft" role="status">
          {say('shell.searching')}
        </p>
      )}
      {shown?.pictures.length === 0 && (
        <p className="text-soft" role="status">
          {say(q.trim() ? 'media.nothing' : 'media.none')}
        </p>
      )}
      <ul className="picture-grid" aria-label={say('media.title')}>
        {shown?.pictures.map((picture) => (
          <li key={picture.id}>
            <button type="button" className="picture-card" onClick={() => onChoose(picture)}>
              <PictureThumb picture={picture} />
              <PictureLabel picture={picture} />
            </button>
          </li>
        ))}
      </ul>
      {shown?.older && <Button onClick={readMore}>{say('media.more')}</Button>}
    </>
  );
}
