'use client';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { PictureDialog } from './picture-dialog.client.tsx';
import { AltField } from './pictures/alt-field.client.tsx';
import { PictureThumb } from './pictures/picture-thumb.tsx';
import { useCurrentPicture } from './pictures/use-current-picture.ts';

interface PicturePickerProps {
  /** Names it on the page, for whoever is led to it. */
  readonly id?: string;
  /** What it is the picture of, such as 'Main picture'. */
  readonly label?: string;
  readonly hint?: string;
  /** The id of the picture that is chosen. */
  readonly value: string | null;
  /** Given the picture too, as far as it is known: its renditions may not be ready yet. */
  readonly onChange: (assetId: string | null, picture: LibraryPicture | null) => void;
  readonly disabled?: boolean;
}

/** One picture: chosen from the library or uploaded right here, and described where it is not yet. */
export function PicturePicker({
  id,
  label = say('media.picture'),
  hint,
  value,
  onChange,
  disabled = false,
}: PicturePickerProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<LibraryPicture | null>(null);
  const picture = useCurrentPicture(value, chosen);
  const place = useRef<HTMLFieldSetElement>(null);
  return (
    <fieldset id={id} ref={place} className="picker" disabled={disabled}>
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {picture && (
        <>
          <PictureThumb picture={picture} />
          {picture.problem && <Notice tone="danger">{picture.problem}</Notice>}
          <AltField key={picture.id} picture={picture} />
          <a href={`/desk/media/${picture.id}`} className="quiet-link">
            {say('media.describeMore')}
          </a>
        </>
      )}
      {value && picture === null && <Notice tone="warn">{say('media.gone')}</Notice>}
      <div className="picker-buttons">
        <Button size="small" onClick={() => setOpen(true)}>
          <Icon name="media" size={14} />
          {say(value ? 'media.change' : 'media.choose')}
        </Button>
        {value && (
          <Button size="small" look="plain" onClick={() => onChange(null, null)}>
            {say('media.take')}
          </Button>
        )}
      </div>
      <PictureDialog
        open={open}
        onOpenChange={setOpen}
        focusAfter={({ alt }) => (alt ? null : (place.current?.querySelector('textarea') ?? null))}
        onChoose={(one) => {
          setChosen(one);
          onChange(one.id, one);
        }}
      />
    </fieldset>
  );
}
