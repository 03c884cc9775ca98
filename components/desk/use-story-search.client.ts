'use client';
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
  const [found, setFound] = useState<readonly FoundStory[]>([]);
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    if (!on) return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      setSearching(true);
      find(words, state, asked.signal).then(
        (stories) => {
          setFound(stories);
          setSearching(false);
        },
        () => asked.signal.aborted || setSearching(false),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [words, state, on]);
  return { found, searching };
}

async function find(words: string, state: ListedStanding | undefined, signal: AbortSignal) {
  const query = new URLSearchParams({ q: words, ...(state ? { state } : {}) });
  const response = await fetch(`/desk/articles/find?${query}`, { signal });
  const result = (await response.json()) as Result<FoundStory[]>;
  return result.ok ? result.data : [];
}
