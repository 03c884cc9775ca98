import { useEffect, useState } from 'react';
import type { FoundStory } from '#features/article/model-desk-list.ts';
import type { ListedStanding } from '#features/article/schema-desk-list.ts';
import type { Result } from '#lib/result.ts';

/** So long after the last key a search begins, in milliseconds. */
const pause = 150;

/**
 * The stories that are found by words of their headlines as somebody types them; those that changed last where there
 * are none. An answer that comes after a newer question is not heard.
 */
export function useStorySearch(words: string, { state, on = true }: { state?: ListedStanding; on?: boolean } = {}) {
  const [answer, setAnswer] = useState<{ words: string; stories: readonly FoundStory[] }>({ words: '', stories: [] });
  useEffect(() => {
    if (!on) return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      find(words, state, asked.signal).then(
        (stories) => setAnswer({ words, stories }),
        () => asked.signal.aborted || setAnswer({ words, stories: [] }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [words, state, on]);
  // What was found for other words is not offered: Enter would choose what nobody asked for.
  const searching = answer.words !== words;
  return { found: searching ? [] : answer.stories, searching };
}

async function find(words: string, state: ListedStanding | undefined, signal: AbortSignal) {
  const query = new URLSearchParams({ q: words, ...(state ? { state } : {}) });
  const response = await fetch(`/desk/articles/find?${query}`, { signal });
  const result = (await response.json()) as Result<FoundStory[]>;
  return result.ok ? result.data : [];
}
