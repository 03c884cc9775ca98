import { useCallback, useEffect, useRef, useState } from 'react';
import { watchUnsaved } from '#components/desk/leave/unsaved.ts';
import { isSameContent, type StoredDraft } from '#features/draft/model.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { Autosave } from './autosave.ts';
import { canStand } from './extensions/can-stand.ts';
import { type LeftWords, LocalWordsKeeping } from './local-words.ts';
import type { RefusedBody, SaveStatus } from './saving.ts';
import { sendSave } from './send-save.ts';

interface Words {
  readonly content: DraftContent;
  /** What the body's editor is filled with where that is no body that a story may have. */
  readonly refused: RefusedBody | null;
  /** Raised when the words come from elsewhere than this page's fields, so that the fields are filled anew. */
  readonly filling: number;
}

export interface Writing extends Words {
  readonly status: SaveStatus;
  /** Whether this browser keeps what is unsaved. */
  readonly isKept: boolean;
  readonly autosave: Autosave;
  /** True where words were found in this browser that an earlier page could not save. */
  readonly rescued: boolean;
  /** What else earlier pages have left in this browser and nobody can put back by machine. */
  readonly left: readonly LeftWords[];
  readonly forget: (left: LeftWords) => void;
  readonly change: (patch: Partial<DraftContent>) => void;
  /** Notes a body that no story may have. */
  readonly refuse: (refused: RefusedBody) => void;
  /** Fills the fields with words from elsewhere. */
  readonly fill: (content: DraftContent, refused?: RefusedBody | null) => void;
}

/** The words on the screen, saved as they change. */
export function useAutosave(articleId: string, userId: string, stored: StoredDraft): Writing {
  const [{ status, isKept }, setSaving] = useState<{ status: SaveStatus; isKept: boolean }>({
    status: { kind: 'saved', at: stored.savedAt },
    isKept: true,
  });
  const [words, setWords] = useState<Words>({ content: stored.content, refused: null, filling: 0 });
  const [rescued, setRescued] = useState(false);
  const [left, setLeft] = useState<readonly LeftWords[]>([]);
  const newest = useRef(stored.content);
  const [{ autosave, keeping }] = useState(() => {
    const keeping = new LocalWordsKeeping(userId, articleId, () => localStorage, globalThis.navigator?.locks);
    const autosave = new Autosave(stored, {
      send: (save) => sendSave(articleId, save),
      keepLocally: (local) => keeping.write(local),
      newId: () => crypto.randomUUID(),
      onStatus: (next, nextKept) => setSaving({ status: next, isKept: nextKept }),
    });
    return { autosave, keeping };
  });

  const fill = useCallback((content: DraftContent, refused: RefusedBody | null = null) => {
    newest.current = content;
    setWords(({ filling }) => ({ content, refused, filling: filling + 1 }));
  }, []);
  const change = (patch: Partial<DraftContent>) => {
    newest.current = { ...newest.current, ...patch };
    setWords((before) => ({ ...before, content: newest.current }));
    autosave.change(newest.current, patch.body ? null : undefined);
  };
  const forget = (gone: LeftWords) => {
    keeping.forget(gone.key);
    setLeft((before) => before.filter(({ key }) => key !== gone.key));
  };

  useEffect(() => {
    let closed = false;
    autosave.start();
    void keeping.find().then((found) => {
      if (closed) return;
      const others = takeUp(found, autosave, keeping, (words) => {
        fill(words.content, words.refused);
        setRescued(true);
      });
      setLeft(others);
    });
    const stopWatching = watchUnsaved(autosave);
    const stopTurning = saveAtTurns(autosave);
    return () => {
      closed = true;
      stopWatching();
      stopTurning();
      void autosave.stop().finally(() => keeping.close());
    };
  }, [autosave, keeping, fill]);
  return {
    ...words,
    ...{ status, isKept, autosave, rescued, left, forget, change, fill },
    refuse: (refused) => autosave.change(newest.current, refused),
  };
}

/**
 * Goes on from the newest words that an earlier page has left. Returns those that cannot be gone on from: older ones,
 * ones that cannot be read, and all where somebody has begun to write already. What the server has is forgotten.
 */
function takeUp(
  found: readonly LeftWords[],
  autosave: Autosave,
  keeping: LocalWordsKeeping,
  onTaken: (words: { content: DraftContent; refused: RefusedBody | null }) => void,
): LeftWords[] {
  const others: LeftWords[] = [];
  for (const left of found) {
    const { words } = left;
    if (words && !words.refused && isSameContent(words.words, autosave.base)) keeping.forget(left.key);
    else if (words && autosave.isClean && (!words.refused || canStand(words.refused.body))) {
      keeping.goOnWith(left);
      autosave.recover(words);
      onTaken({ content: words.words, refused: words.refused });
    } else others.push(left);
  }
  return others;
}

/** Saves when somebody looks away or leaves, and tries again when the line or the person is back. */
function saveAtTurns(autosave: Autosave): () => void {
  const saveNow = () => void autosave.settle();
  const onVisibility = () => (document.hidden ? saveNow() : autosave.retry());
  const retry = () => autosave.retry();
  window.addEventListener('blur', saveNow);
  window.addEventListener('pagehide', saveNow);
  window.addEventListener('online', retry);
  window.addEventListener('focus', retry);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('blur', saveNow);
    window.removeEventListener('pagehide', saveNow);
    window.removeEventListener('online', retry);
    window.removeEventListener('focus', retry);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
