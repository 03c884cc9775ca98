'use client';
import { useState } from 'react';
import { useAct } from '#components/desk/use-act.ts';
import { useStorySearch } from '#components/desk/use-story-search.ts';
import { Combobox } from '#components/ui/combobox.client.tsx';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface AddPinProps {
  readonly label: string;
  /** The stories that stand there already. */
  readonly pinned: readonly string[];
  readonly add: (articleId: string) => Promise<DoneResult>;
}

/** Finds a published story by words of its headline, and puts it at the end of the place. */
export function AddPin({ label, pinned, add }: AddPinProps) {
  const { act } = useAct();
  const [words, setWords] = useState('');
  const { found, searching } = useStorySearch(words, { state: 'published' });
  const items = found
    .filter(({ id }) => !pinned.includes(id))
    .map(({ id, headline, section }) => ({ value: id, label: headline, hint: section ?? '' }));
  return (
    <Combobox
      single
      label={label}
      placeholder={say('articles.search')}
      items={items}
      value={[]}
      searching={searching}
      onSearch={setWords}
      onChange={([chosen]) => {
        setWords('');
        if (chosen) void act(() => add(chosen.value));
      }}
    />
  );
}
