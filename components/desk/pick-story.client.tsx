'use client';
import { useState } from 'react';
import { useAct } from '#components/desk/use-act.ts';
import { useStorySearch } from '#components/desk/use-story-search.ts';
import { Combobox } from '#components/ui/combobox.client.tsx';
import type { ListedStanding } from '#features/article/schema-desk-list.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface PickStoryProps {
  readonly label: string;
  /** The stories that are not offered: they are there already. */
  readonly except: readonly string[];
  /** Without one, stories in any state. */
  readonly state?: ListedStanding;
  readonly pick: (articleId: string) => Promise<DoneResult>;
}

/** Finds a story by words of its headline, and does something with it. */
export function PickStory({ label, except, state, pick }: PickStoryProps) {
  const { act } = useAct();
  const [words, setWords] = useState('');
  const { found, searching } = useStorySearch(words, state ? { state } : {});
  const items = found
    .filter(({ id, headline }) => headline !== '' && !except.includes(id))
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
        if (chosen) void act(() => pick(chosen.value));
      }}
    />
  );
}
