import { useEffect, useState } from 'react';
import type { LibraryPicture } from '#features/media/dto.ts';
import { askPicture } from './ask-server.ts';

/** How often (milliseconds) a picture that is being made ready is asked after. */
const every = 1500;

/**
 * A picture as it is by now, by its id: asked for when it is not known yet, and again until it is ready. `undefined`
 * while it is not known, null when there is none.
 */
export function useCurrentPicture(id: string | null, known: LibraryPicture | null): LibraryPicture | null | undefined {
  const [asked, setAsked] = useState<LibraryPicture | null>();
  const sure = asked?.id === id ? asked : known;
  const found = sure?.id === id ? sure : undefined;
  const current = found ?? (asked === null ? null : undefined);
  const settled = id === null || current === null || Boolean(current && (current.picture || current.problem));
  useEffect(() => {
    if (settled || id === null) return;
    const stop = new AbortController();
    const ask = async () => {
      const answer = await askPicture(id, stop.signal).catch(() => null);
      if (answer?.ok && !stop.signal.aborted) setAsked(answer.data);
    };
    void ask();
    const timer = setInterval(() => void ask(), every);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [id, settled]);
  return id === null ? null : current;
}
