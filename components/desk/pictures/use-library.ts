import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryPicture } from '#features/media/dto.ts';
import { askLibrary } from './ask-server.ts';

interface Shown {
  readonly pictures: readonly LibraryPicture[];
  /** The cursor of what follows. */
  readonly older: string | null;
}

/** The library as far as it was asked for, narrowed to words; what was asked before the words changed is dropped. */
export function useLibrary(q: string) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<string>();
  const asking = useRef<AbortController>(null);

  const read = useCallback(
    async (before: string | null) => {
      asking.current?.abort();
      const stop = new AbortController();
      asking.current = stop;
      const answer = await askLibrary({ q, ...(before ? { before } : {}) }, stop.signal).catch(() => null);
      if (stop.signal.aborted || !answer) return;
      setProblem(answer.ok ? undefined : answer.error.message);
      if (!answer.ok) return;
      const { pictures, older } = answer.data;
      setShown((now) => ({ pictures: before && now ? [...now.pictures, ...pictures] : pictures, older }));
    },
    [q],
  );

  useEffect(() => {
    const timer = setTimeout(() => void read(null), q === '' ? 0 : 200);
    return () => {
      clearTimeout(timer);
      asking.current?.abort();
    };
  }, [q, read]);

  return { shown, problem, readMore: () => void read(shown?.older ?? null), readAgain: () => void read(null) };
}
