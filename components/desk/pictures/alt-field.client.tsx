'use client';
import { useEffect, useState } from 'react';
import { watchUnsaved } from '#components/desk/leave/unsaved.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { AltSaving, type AltState } from './alt-saving.ts';
import { sendWords } from './ask-server.ts';

interface AltFieldProps {
  readonly picture: LibraryPicture;
  /** Names the field on the page, for whoever is led to it. */
  readonly id?: string;
}

/** What a chosen picture shows, in words; saved while they are written. */
export function AltField({ picture: { id, alt }, id: fieldId }: AltFieldProps) {
  const [words, setWords] = useState(alt);
  const [state, setState] = useState<AltState>({ kind: 'same' });
  const [saving] = useState(
    () => new AltSaving(alt, { send: (text) => sendWords(id, { alt: text }), onState: setState }),
  );
  useEffect(() => {
    const stopWatching = watchUnsaved(saving);
    return () => {
      stopWatching();
      void saving.settle();
    };
  }, [saving]);
  return (
    <TextArea
      id={fieldId}
      label={say('media.alt')}
      note={
        <span role="status">
          {(state.kind === 'saving' || state.kind === 'saved') && say(`media.alt.${state.kind}`)}
        </span>
      }
      hint={say(words.trim() ? 'media.alt.everywhere' : 'media.alt.required')}
      error={state.kind === 'failed' ? state.message : undefined}
      rows={2}
      maxLength={500}
      value={words}
      onChange={(event) => {
        setWords(event.target.value);
        saving.change(event.target.value);
      }}
      onBlur={() => void saving.settle()}
    />
  );
}
