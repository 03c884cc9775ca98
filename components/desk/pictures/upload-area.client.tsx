'use client';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { UploadList } from './upload-list.client.tsx';
import { useUploads } from './use-uploads.ts';

interface UploadAreaProps {
  readonly onDone: (picture: LibraryPicture) => void;
  /** Other ways in, beside the button. */
  readonly children?: ReactNode;
  /** Takes one file: where one picture is wanted. */
  readonly single?: boolean;
}

/** Where pictures are dropped, or chosen by a button; and how far each has come. */
export function UploadArea({ onDone, children, single = false }: UploadAreaProps) {
  const { uploads, add, dismiss } = useUploads(onDone);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: Iterable<File>) => add([...files].slice(0, single ? 1 : undefined));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const label = say(single ? 'media.upload.one' : 'media.upload');
  return (
    <section
      aria-label={say('media.add')}
      className="drop-area"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <div className="drop-area-row">
        <Button look="primary" onClick={() => input.current?.click()}>
          <Icon name="add" />
          {label}
        </Button>
        {children}
        <p className="text-soft">{say(single ? 'media.upload.hintOne' : 'media.upload.hint')}</p>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!single}
        aria-label={label}
        accept="image/jpeg,image/png,image/webp,image/avif"
        onChange={(event) => {
          take(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <UploadList uploads={uploads} onDismiss={dismiss} />
    </section>
  );
}
