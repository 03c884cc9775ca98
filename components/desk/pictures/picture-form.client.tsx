'use client';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField, FormTextArea } from '#components/desk/form-fields.client.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { FocalPoint } from './focal-point.client.tsx';
import { PictureThumb } from './picture-thumb.tsx';

interface PictureFormProps {
  readonly picture: LibraryPicture;
  readonly action: FormAction;
  readonly remove?: ReactNode;
}

/** What is said about a picture, and the point that stays in sight. */
export function PictureForm({ picture: known, action, remove }: PictureFormProps) {
  const { picture, alt, caption, credit, focus } = known;
  return (
    <div className="picture-form">
      <ActionForm action={action} submit={say('shell.save')} beside={remove}>
        {picture ? <FocalPoint picture={picture} start={focus} /> : <PictureThumb picture={known} />}
        <div className="picture-words">
          <FormTextArea
            label={say('media.alt')}
            name="alt"
            rows={2}
            maxLength={500}
            defaultValue={alt}
            hint={say(alt ? 'media.alt.hint' : 'media.alt.required')}
          />
          <FormTextArea label={say('media.caption')} name="caption" rows={2} maxLength={1000} defaultValue={caption} />
          <FormField label={say('media.credit')} name="credit" maxLength={200} defaultValue={credit} />
        </div>
      </ActionForm>
    </div>
  );
}
