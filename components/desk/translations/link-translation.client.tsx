'use client';
import { useState } from 'react';
import { useAct } from '#components/desk/use-act.ts';
import { useStorySearch } from '#components/desk/use-story-search.ts';
import { Combobox } from '#components/ui/combobox.client.tsx';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface LinkTranslationProps {
  /** The story itself and those that it is linked with already. */
  readonly linked: readonly string[];
  readonly link: (otherId: string) => Promise<DoneResult>;
}

/** Finds a story by words of its headline, and links it. */
export function LinkTranslation({ linked, link }: LinkTranslationProps) {
  const { act } = useAct();
  const [words, setWords] = useState('');
  const { found, searching } = useStorySearch(words);
  const items = found
    .filter(({ id, headline }) => headline !== '' && !linked.includes(id))
    .map(({ id, headline, section }) => ({ value: id, label: headline, hint: section ?? '' }));
  return (
    <Combobox
      single
      label={say('translation.link')}
      placeholder={say('articles.search')}
      items={items}
      value={[]}
      searching={searching}
      onSearch={setWords}
      onChange={([chosen]) => {
        setWords('');
        if (chosen) void act(() => link(chosen.value));
      }}
    />
  );
}
