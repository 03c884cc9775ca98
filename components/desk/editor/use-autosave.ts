import { useEffect, useRef, useState } from 'react';
import type { StoredDraft } from '#features/draft/model.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { Autosave, type SaveStatus } from './autosave.ts';
import { localWords } from './local-words.ts';
import { sendSave } from './send-save.ts';

interface Words {
  readonly content: DraftContent;
  /** Raised when the words come from elsewhere than this page's fields, so that the fields are filled anew. */
  readonly filling: number;
}

export interface Writing extends Words {
  readonly status: SaveStatus;
  readonly autosave: Autosave;
  /** True where words were found in this browser that an earlier page could not save. */
  readonly rescued: boolean;
  readonly change: (patch: Partial<DraftContent>) => void;
  /** Fills the fields with words from elsewhere. */
  readonly fill: (content: DraftContent) => void;
}

/** The words on the screen, saved as they change. */
export function useAutosave(articleId: string, userId: string, stored: StoredDraft): Writing {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: stored.savedAt });
  const [{ content, filling }, setWords] = useState<Words>({ content: stored.content, filling: 0 });
  const [rescued, setRescued] = useState(false);
  const newest = useRef(stored.content);
  const [autosave] = useState(() => {
    const local = localWords(userId, articleId);
    return new Autosave(stored, {
      send: (save) => sendSave(articleId, save),
      keepLocally: (words) => void local.write(words),
      newId: () => crypto.randomUUID(),
      onStatus: setStatus,
    });
  });

  const fill = (next: DraftContent) => {
    newest.current = next;
    setWords((before) => ({ content: next, filling: before.filling + 1 }));
  };
  const change = (patch: Partial<DraftContent>) => {
    newest.current = { ...newest.current, ...patch };
    setWords((before) => ({ ...before, content: newest.current }));
    autosave.change(newest.current);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what an earlier page left is looked for once.
  useEffect(() => {
    const left = localWords(userId, articleId).read();
    if (!left) return;
    autosave.recover(left, stored);
    fill(left.words);
    setRescued(true);
  }, []);
  useEffect(() => saveAtTurns(autosave), [autosave]);
  return { content, filling, status, autosave, rescued, change, fill };
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
    saveNow();
    autosave.stop();
  };
}
