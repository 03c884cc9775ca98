import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryPicture } from '#features/media/dto.ts';
import { type Uploaded, uploadFile } from './upload-file.ts';

/** A file on its way, and what came of it. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  /** What has been sent of it, from 0 to 1. */
  readonly sent: number;
  readonly outcome: Uploaded | null;
}

/** How many files are sent at once: more would share one line, and none would be first. */
const atOnce = 2;

/** Sends files, a few at a time, each with its progress and its own end. What is under way when the page goes is ended. */
export function useUploads(onDone: (picture: LibraryPicture, file: File) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<{ key: number; file: File; stop: AbortController }[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const running = useRef(0);
  const nextKey = useRef(1);
  const done = useRef(onDone);
  done.current = onDone;

  const change = useCallback((key: number, changes: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));
  }, []);

  const work = useCallback(async () => {
    running.current += 1;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      const { key, file, stop } = next;
      const outcome = await uploadFile(file, { signal: stop.signal, onProgress: (sent) => change(key, { sent }) });
      stops.current.delete(key);
      change(key, { outcome });
      if (outcome.kind === 'done') done.current(outcome.picture, file);
    }
    running.current -= 1;
  }, [change]);

  const add = useCallback(
    (files: readonly File[]) => {
      const begun = files.map((file) => ({ key: nextKey.current++, file, stop: new AbortController() }));
      for (const { key, stop } of begun) stops.current.set(key, stop);
      waiting.current.push(...begun);
      setUploads((all) => [
        ...begun.map(({ key, file }) => ({ key, name: file.name, sent: 0, outcome: null })),
        ...all,
      ]);
      while (running.current < Math.min(atOnce, waiting.current.length + running.current)) void work();
    },
    [work],
  );

  /** Ends an upload that is under way or waits; takes one that has ended off the list. */
  const dismiss = useCallback((key: number) => {
    const stop = stops.current.get(key);
    waiting.current = waiting.current.filter((one) => one.key !== key);
    stop?.abort();
    stops.current.delete(key);
    setUploads((all) => all.filter((upload) => upload.key !== key));
  }, []);

  useEffect(() => {
    const open = stops.current;
    return () => {
      for (const stop of open.values()) stop.abort();
    };
  }, []);

  return { uploads, add, dismiss };
}
