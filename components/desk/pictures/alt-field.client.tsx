'use client';
import { useRef, useState } from 'react';
import { TextArea } from '#components/ui/text-area.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { sendWords } from './ask-server.ts';

/** What a chosen picture shows, in words; kept when the field is left. */
export function AltField({ picture: { id, alt } }: { picture: LibraryPicture }) {
  const [words, setWords] = useState(alt);
  const [state, setState] = useState<'same' | 'saving' | 'saved'>('same');
  const [error, setError] = useState<string>();
  const kept = useRef(alt);
  const keep = async () => {
    if (words.trim() === kept.current) return;
    setState('saving');
    const answer = await sendWords(id, { alt: words });
    setError(answer.ok ? undefined : answer.error.message);
    setState(answer.ok ? 'saved' : 'same');
    if (answer.ok) kept.current = words.trim();
  };
  return (
    <TextArea
      label={say('media.alt')}
      note={<span role="status">{state !== 'same' && say(`media.alt.${state}`)}</span>}
      hint={words.trim() ? undefined : say('media.alt.required')}
      error={error}
      rows={2}
      maxLength={500}
      value={words}
      onChange={(event) => {
        setWords(event.target.value);
        setState('same');
      }}
      onBlur={() => void keep()}
    />
  );
}
